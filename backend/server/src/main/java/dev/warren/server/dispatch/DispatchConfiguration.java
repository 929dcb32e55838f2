package dev.warren.server.dispatch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.warren.server.dispatch.strategy.Params;
import dev.warren.server.task.Ageing;

/** The settings of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchConfiguration {

    /** Priority-fair with the ageing that the queue itself uses. */
    @Bean
    Params priorityFairParams(Ageing ageing) {
        var it = Params.DEFAULT;
        return new Params(
                it.shareBucketMicros(), ageing.step(), ageing.floor(), it.rescueAge(), it.rescueEvery(), it.version());
    }
}
