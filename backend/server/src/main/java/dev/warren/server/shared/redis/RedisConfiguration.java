package dev.warren.server.shared.redis;

import java.net.URI;
import java.time.Duration;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One Redisson client for all. Redis only makes things faster, so the client connects when first used and gives up
 * soon: the server starts and works without it.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** Made from {@code warren.redis.url}: {@code redis[s]://[[user]:password@]host:port[/database]}. */
    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(
            @Value("${warren.redis.url}") URI url, @Value("${warren.dispatch.lease:15s}") Duration lease) {
        var config = new Config().setLazyInitialization(true).setLockWatchdogTimeout(lease.toMillis());
        var server = config.useSingleServer()
                .setAddress("%s://%s:%d"
                        .formatted(url.getScheme(), url.getHost(), url.getPort() < 0 ? 6379 : url.getPort()))
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(8)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(4)
                .setConnectTimeout(500)
                .setTimeout(300)
                .setRetryAttempts(0);
        if (url.getPath() != null && url.getPath().length() > 1) {
            server.setDatabase(Integer.parseInt(url.getPath().substring(1)));
        }
        if (url.getUserInfo() != null) {
            var parts = url.getUserInfo().split(":", 2);
            if (!parts[0].isEmpty()) {
                config.setUsername(parts[0]);
            }
            config.setPassword(parts[parts.length - 1]);
        }
        return Redisson.create(config);
    }
}
