package dev.warren.server.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are run.
 *
 * @param interval the schedule that assigns everything even when every wake-up is lost
 * @param lease how long a dispatcher that is not heard of keeps its queues
 * @param batch the most assignments that one round makes
 * @param dropWakeUps for tests of the safety net: wake-ups are thrown away, only the schedule is left
 */
@ConfigurationProperties("warren.dispatch")
record DispatchSettings(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("256") int batch,
        @DefaultValue("false") boolean dropWakeUps) {

    /** How often the lease is looked after: three times before it would run out. */
    Duration renewal() {
        return lease.dividedBy(3);
    }
}
