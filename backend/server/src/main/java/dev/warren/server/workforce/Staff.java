package dev.warren.server.workforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.NewAccount;
import dev.warren.server.messaging.Change;
import dev.warren.server.messaging.Command;
import dev.warren.server.messaging.EventHash;
import dev.warren.server.messaging.Operation;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Ids;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** What changes the staff itself: somebody joins, or learns. */
@Component
@RequiredArgsConstructor
class Staff {

    private final JdbcTemplate jdbc;
    private final Workers workers;
    private final Accounts accounts;

    final Join join = new Join();
    final Alter alter = new Alter();

    /**
     * Somebody new.
     *
     * @param id the account that exists already, or null
     * @param account the account to be made in the same transaction, or null
     * @param skills level 1..5 by skill number
     * @param skillNames the same by name, for the event
     */
    record NewWorker(
            @Nullable UUID id,
            @Nullable NewAccount account,
            String username,
            String displayName,
            Map<Integer, Integer> skills,
            Map<String, Integer> skillNames,
            int capacity,
            @Nullable String region,
            Actor actor) {}

    /** Other skills, capacity, name or region; all of them as they shall be. */
    record Alteration(
            UUID id,
            String displayName,
            Map<Integer, Integer> skills,
            Map<String, Integer> skillNames,
            int capacity,
            @Nullable String region,
            @Nullable Integer expectedVersion,
            Actor actor) {}

    /** Makes workers, and their accounts where they have none. */
    final class Join implements Operation<NewWorker, UUID> {

        @Override
        public Collection<UUID> subjects(NewWorker worker) {
            return List.of(UUID.nameUUIDFromBytes(worker.username().getBytes(UTF_8)));
        }

        @Override
        public void apply(List<Command<NewWorker, UUID>> commands, Change change) {
            for (var command : commands) {
                var it = command.content();
                var known = accounts.find(it.username()).map(CurrentUser::id);
                if (known.isPresent() && (it.account() != null || exists(known.get()))) {
                    command.refuse(Problem.of(
                            ProblemCode.ALREADY_EXISTS,
                            "/username",
                            "There is an account '%s' already.".formatted(it.username())));
                } else {
                    var id = it.account() == null ? Objects.requireNonNull(it.id()) : accounts.create(it.account());
                    insert(id, it, change);
                    command.accept(id);
                }
            }
        }

        private boolean exists(UUID id) {
            return !workers.lock(List.of(id)).isEmpty();
        }

        private void insert(UUID id, NewWorker it, Change change) {
            var chain = change.record(
                    new WorkerEvent.Joined(
                            id, 1, it.username(), it.displayName(), it.skillNames(), it.capacity(), it.region()),
                    it.actor(),
                    EventHash.START);
            var now = Sql.at(change.now());
            jdbc.update(
                    """
                    INSERT INTO worker (id, username, display_name, region, capacity, active, load_version, presence,
                        presence_since, idle_since, busy_seconds, present_seconds, share_as_of, version, chain,
                        created_at)
                    VALUES (?, ?, ?, ?, ?, 0, 0, 'OFFLINE', ?, ?, 0, 0, ?, 1, ?, ?)""",
                    Ids.bytes(id),
                    it.username(),
                    it.displayName(),
                    it.region(),
                    it.capacity(),
                    now,
                    now,
                    now,
                    chain,
                    now);
            insertSkills(id, it.skills());
        }
    }

    /** Changes what workers can do, or how much at once. */
    final class Alter implements Operation<Alteration, UUID> {

        @Override
        public Collection<UUID> subjects(Alteration alteration) {
            return List.of(alteration.id());
        }

        @Override
        public void apply(List<Command<Alteration, UUID>> commands, Change change) {
            var locked =
                    workers.lock(commands.stream().map(it -> it.content().id()).toList());
            var changed = new ArrayList<Worker>();
            for (var command : commands) {
                var it = command.content();
                var worker = locked.get(it.id());
                if (worker == null) {
                    command.refuse(Problem.notFound("worker", it.id()));
                } else if (it.expectedVersion() != null && it.expectedVersion() != worker.version()) {
                    command.refuse(new Problem(
                            ProblemCode.VERSION_MISMATCH,
                            "Worker %s has version %d: read it again.".formatted(it.id(), worker.version())));
                } else {
                    worker.become(it.displayName(), it.skillNames(), it.capacity(), it.region(), it.actor(), change);
                    jdbc.update("DELETE FROM worker_skill WHERE worker = ?", (Object) Ids.bytes(it.id()));
                    insertSkills(it.id(), it.skills());
                    changed.add(worker);
                    command.accept(worker.id());
                }
            }
            workers.save(changed, change);
        }
    }

    private void insertSkills(UUID worker, Map<Integer, Integer> skills) {
        if (!skills.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO worker_skill (worker, skill_id, level) VALUES (?, ?, ?)",
                    skills.entrySet().stream()
                            .map(it -> new Object[] {Ids.bytes(worker), it.getKey(), it.getValue()})
                            .toList());
        }
    }
}
