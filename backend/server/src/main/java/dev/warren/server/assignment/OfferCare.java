package dev.warren.server.assignment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import lombok.extern.slf4j.Slf4j;

import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.CommitParticipant;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Problem;
import dev.warren.server.task.HelpRequests;
import dev.warren.server.task.SetAside;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.WorkerEvent;

/**
 * Ends offers that nobody answers. On every server alike: the database decides who was first. What is heard of commits is
 * quicker, what is looked for every second is certain.
 */
@Slf4j
@Component
class OfferCare implements CommitParticipant {

    private static final int BATCH = 256;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final OfferTable table;
    private final OfferEnds ends;
    private final CoolDowns coolDowns;
    private final SetAside setAside;
    private final HelpRequests helpRequests;
    private final Writer writer;
    private final Clock clock;

    /** Lazy, because the writer asks for all who take part in its commits. */
    OfferCare(
            OfferTable table,
            OfferEnds ends,
            CoolDowns coolDowns,
            SetAside setAside,
            HelpRequests helpRequests,
            @Lazy Writer writer,
            Clock clock) {
        this.table = table;
        this.ends = ends;
        this.coolDowns = coolDowns;
        this.setAside = setAside;
        this.helpRequests = helpRequests;
        this.writer = writer;
        this.clock = clock;
    }

    /** Whoever comes back is asked again for what was only missed. */
    @Override
    public void beforeCommit(Change change) {
        for (var recorded : change.events()) {
            if (recorded.event() instanceof WorkerEvent.PresenceChanged it && it.to() == Presence.AVAILABLE) {
                coolDowns.forgetMissed(it.worker(), change);
            }
        }
    }

    @Override
    public void afterCommit(Change change) {
        var gone = change.events().stream()
                .filter(it -> it.event() instanceof WorkerEvent.PresenceChanged moved
                        && moved.from() == Presence.AVAILABLE
                        && moved.to() != Presence.AVAILABLE)
                .map(it -> it.event().subject())
                .distinct()
                .toList();
        if (!gone.isEmpty()) {
            writer.submit(ends.revoke, gone).exceptionally(failure -> {
                log.debug("Looked for again in a second", failure);
                return 0;
            });
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            for (var due = due(); !due.isEmpty(); due = due.size() < BATCH ? List.of() : due()) {
                writer.write(ends.expire, due);
            }
            var absent = table.absent(BATCH);
            if (!absent.isEmpty()) {
                writer.write(ends.revoke, absent);
            }
        } catch (Problem e) {
            log.debug("Tried again in a second", e);
        }
    }

    private List<UUID> due() {
        return table.due(clock.instant(), BATCH);
    }

    @Scheduled(initialDelay = 7, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        var before = clock.instant().minus(REMEMBERED);
        coolDowns.sweep(before);
        setAside.sweep(before);
        helpRequests.sweep(before);
    }
}
