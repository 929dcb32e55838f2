package dev.warren.server.workforce;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ShiftSettings.class, PresenceSettings.class})
class WorkforceConfiguration {}
