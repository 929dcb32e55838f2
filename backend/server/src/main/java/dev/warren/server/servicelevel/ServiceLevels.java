package dev.warren.server.servicelevel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/**
 * What each queue promises. Kept in memory, at most a second old: {@link DeadlineCare} reads it again. Open tasks get
 * their new deadlines when every server has heard of the change.
 */
@Component
@RequiredArgsConstructor
class ServiceLevels {

    /** After that time no server goes by what was promised before. */
    static final Duration HEARD_BY_ALL = Duration.ofSeconds(3);

    private final JdbcTemplate jdbc;
    private final Calendars calendars;
    private final JsonMapper json;
    private final Clock clock;

    private volatile @Nullable Map<String, ServiceLevel> known;

    /** A change that the open tasks of the queue do not know of yet. */
    record Pending(String queue, Instant changedAt) {}

    /** By name of the queue; queues that never promised anything are left out. */
    Map<String, ServiceLevel> known() {
        var levels = known;
        return levels == null ? read() : levels;
    }

    /** What is in the database now. */
    Map<String, ServiceLevel> read() {
        var rules = new HashMap<String, BusinessCalendar>();
        var levels = new HashMap<String, ServiceLevel>();
        jdbc.query("SELECT * FROM service_level", row -> {
            var calendar = row.getString("calendar");
            var level = new ServiceLevel(
                    row.getString("queue"),
                    calendar,
                    rules.computeIfAbsent(calendar, it -> calendars.get(it).rules()),
                    row.getInt("risk_percent"),
                    row.getBoolean("pause_on_hold"),
                    Arrays.asList(json.readValue(row.getString("targets"), ServiceLevel.Targets[].class)),
                    escalations(row.getString("escalations")),
                    row.getInt("version"));
            levels.put(level.queue(), level);
        });
        known = levels;
        return levels;
    }

    /** No promise. */
    static ServiceLevel none(String queue) {
        return new ServiceLevel(
                queue,
                Calendar.ALWAYS,
                BusinessCalendar.ALWAYS,
                ServiceLevel.DEFAULT_RISK_PERCENT,
                true,
                List.of(),
                List.of(),
                0);
    }

    private List<EscalationStep> escalations(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.readValue(stored, EscalationStep[].class));
    }

    /**
     * Stores a promise, if nobody else was first.
     *
     * @param level with the version that was read
     * @throws Problem {@code rule-violated} when tasks could overflow in a circle
     */
    @Transactional
    public void change(ServiceLevel level) {
        jdbc.queryForList(
                "SELECT name FROM calendar WHERE name = ? FOR UPDATE", Calendar.ALWAYS); // one after the other
        EscalationRules.requireNoCycle(level, read());
        var now = Sql.at(clock.instant());
        var targets = json.writeValueAsString(level.targets());
        var escalations = json.writeValueAsString(level.escalations());
        int changed;
        if (level.version() > 0) {
            changed = jdbc.update(
                    """
                    UPDATE service_level SET calendar = ?, risk_percent = ?, pause_on_hold = ?, targets = ?,
                        escalations = ?, version = version + 1, changed_at = ?
                    WHERE queue = ? AND version = ?""",
                    level.calendar(),
                    level.riskPercent(),
                    level.pauseOnHold(),
                    targets,
                    escalations,
                    now,
                    level.queue(),
                    level.version());
        } else {
            changed = insert(level, targets, escalations, now);
        }
        if (changed == 0) {
            throw new Problem(
                    ProblemCode.CONCURRENT_CHANGE,
                    "The service levels of '%s' were just changed by somebody else: read them again."
                            .formatted(level.queue()));
        }
    }

    private int insert(ServiceLevel level, String targets, String escalations, Object now) {
        try {
            return jdbc.update(
                    """
                    INSERT INTO service_level (queue, calendar, risk_percent, pause_on_hold, targets, escalations,
                        changed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    level.queue(),
                    level.calendar(),
                    level.riskPercent(),
                    level.pauseOnHold(),
                    targets,
                    escalations,
                    now);
        } catch (DuplicateKeyException e) {
            return 0; // somebody else was first
        }
    }

    /** Changes that every server has heard of. */
    List<Pending> pending() {
        return jdbc.query(
                """
                SELECT queue, changed_at FROM service_level
                WHERE (applied_at IS NULL OR applied_at < changed_at) AND changed_at <= ?""",
                (row, number) -> new Pending(row.getString("queue"), Sql.instant(row, "changed_at")),
                Sql.at(clock.instant().minus(HEARD_BY_ALL)));
    }

    /** The open tasks know of it, unless there is a newer one. */
    void applied(Pending it) {
        jdbc.update(
                "UPDATE service_level SET applied_at = changed_at WHERE queue = ? AND changed_at = ?",
                it.queue(),
                Sql.at(it.changedAt()));
    }
}
