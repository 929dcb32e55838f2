package dev.warren.server.workforce;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param grace how long nothing may be heard of somebody's screen before they count as unreachable */
@ConfigurationProperties("warren.presence")
record PresenceSettings(@DefaultValue("60s") Duration grace) {}
