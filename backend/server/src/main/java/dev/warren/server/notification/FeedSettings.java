package dev.warren.server.notification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long feeds are kept.
 *
 * @param retention entries older than this are removed
 */
@ConfigurationProperties("warren.feed")
record FeedSettings(@DefaultValue("30d") Duration retention) {}
