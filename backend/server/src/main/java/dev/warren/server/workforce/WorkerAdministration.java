package dev.warren.server.workforce;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.AccountRegistered;
import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.NewAccount;
import dev.warren.server.identity.Role;
import dev.warren.server.messaging.Writer;
import dev.warren.server.shared.Actor;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.skill.Skills;

/** Makes and changes workers. */
@Service
@RequiredArgsConstructor
public class WorkerAdministration {

    private final Accounts accounts;
    private final Skills skills;
    private final Staff staff;
    private final Presences presences;
    private final WorkerReader reader;
    private final Writer writer;

    /**
     * What a worker is made of.
     *
     * @param skills level 1..5 by name; names that are new become known
     * @param capacity how many tasks at once, from 0
     */
    public record Profile(
            String displayName,
            Map<String, Integer> skills,
            int capacity,
            @Nullable String region) {}

    /** Makes an account with role EMPLOYEE and its worker, both or none. */
    public WorkerView hire(String username, String password, Profile profile, Actor actor) {
        checkCapacity(profile.capacity());
        var account = new NewAccount(
                username, profile.displayName(), accounts.hash(username, password), Set.of(Role.EMPLOYEE));
        return join(null, account, account.username(), profile, actor);
    }

    /** Makes the worker of somebody who has an account already: no skills yet, one task at a time. */
    WorkerView enrol(UUID account, String username, String displayName) {
        var profile = new Profile(displayName, Map.of(), 1, null);
        return join(account, null, username, profile, new Actor(account, username));
    }

    private WorkerView join(
            @Nullable UUID id, @Nullable NewAccount account, String username, Profile profile, Actor actor) {
        var worker = writer.write(
                staff.join,
                new Staff.NewWorker(
                        id,
                        account,
                        username,
                        profile.displayName(),
                        numbered(profile.skills()),
                        new TreeMap<>(profile.skills()),
                        profile.capacity(),
                        profile.region(),
                        actor));
        return reader.find(worker).orElseThrow();
    }

    /** Changes what is not null. */
    WorkerView change(
            UUID id,
            @Nullable String displayName,
            @Nullable Map<String, Integer> newSkills,
            @Nullable Integer capacity,
            @Nullable String region,
            @Nullable Integer expectedVersion,
            Actor actor) {
        var worker = reader.find(id).orElseThrow(() -> Problem.notFound("worker", id));
        if (capacity != null) {
            checkCapacity(capacity);
        }
        var levels = newSkills == null ? WorkerReader.levels(worker) : newSkills;
        writer.write(
                staff.alter,
                new Staff.Alteration(
                        id,
                        displayName == null ? worker.displayName() : displayName,
                        numbered(levels),
                        new TreeMap<>(levels),
                        capacity == null ? worker.capacity() : capacity,
                        region == null ? worker.region() : region.isEmpty() ? null : region,
                        expectedVersion,
                        actor));
        return reader.find(id).orElseThrow();
    }

    /** Somebody comes, goes or takes a break. */
    public void attend(CurrentUser user, Whereabouts to) {
        if (reader.find(user.id()).isEmpty()) { // registered while this server could not write
            enrol(user.id(), user.username(), user.displayName());
        }
        writer.write(presences.attend, new Presences.Attendance(user.id(), to, user.actor()));
    }

    @EventListener
    void on(AccountRegistered registered) {
        enrol(registered.id(), registered.username(), registered.displayName());
    }

    private Map<Integer, Integer> numbered(Map<String, Integer> levels) {
        var numbered = new HashMap<Integer, Integer>();
        levels.forEach((name, level) -> numbered.put(skills.declare(name), level));
        return numbered;
    }

    private static void checkCapacity(int capacity) {
        if (capacity < 0 || capacity > 1_000) {
            throw Problem.of(ProblemCode.RULE_VIOLATED, "/capacity", "must be from 0 to 1000");
        }
    }
}
