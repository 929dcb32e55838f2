package dev.warren.server.servicelevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import lombok.RequiredArgsConstructor;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;

/** The business calendars. */
@Component
@RequiredArgsConstructor
class Calendars {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    List<Calendar> all() {
        return jdbc.query("SELECT * FROM calendar ORDER BY name", this::calendar);
    }

    /** @throws Problem {@code not-found} */
    Calendar get(String name) {
        return jdbc.query("SELECT * FROM calendar WHERE name = ?", this::calendar, name).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, "There is no calendar '%s'.".formatted(name)));
    }

    void add(Calendar it) {
        try {
            jdbc.update(
                    "INSERT INTO calendar (name, zone, definition) VALUES (?, ?, ?)",
                    it.name(),
                    it.zone(),
                    json.writeValueAsString(it.definition()));
        } catch (DuplicateKeyException e) {
            throw Problem.of(
                    ProblemCode.ALREADY_EXISTS, "/name", "There is a calendar '%s' already.".formatted(it.name()));
        }
    }

    /**
     * Writes it back, if nobody else was first; the deadlines of the queues that go by it are found again.
     *
     * @param it with the version that was read
     */
    @Transactional
    public void change(Calendar it) {
        requireChangeable(it.name());
        int changed = jdbc.update(
                "UPDATE calendar SET zone = ?, definition = ?, version = version + 1 WHERE name = ? AND version = ?",
                it.zone(),
                json.writeValueAsString(it.definition()),
                it.name(),
                it.version());
        if (changed == 0) {
            throw new Problem(
                    ProblemCode.CONCURRENT_CHANGE,
                    "Calendar '%s' was just changed by somebody else: read it again.".formatted(it.name()));
        }
        jdbc.update("UPDATE service_level SET changed_at = ? WHERE calendar = ?", Sql.at(clock.instant()), it.name());
    }

    void remove(String name) {
        requireChangeable(name);
        try {
            if (jdbc.update("DELETE FROM calendar WHERE name = ?", name) == 0) {
                throw new Problem(ProblemCode.NOT_FOUND, "There is no calendar '%s'.".formatted(name));
            }
        } catch (DataIntegrityViolationException e) {
            throw new Problem(
                    ProblemCode.RULE_VIOLATED,
                    "Queues go by the calendar '%s': give them another one first.".formatted(name));
        }
    }

    private static void requireChangeable(String name) {
        if (name.equals(Calendar.ALWAYS)) {
            throw new Problem(
                    ProblemCode.RULE_VIOLATED,
                    "The calendar '%s' stays as it is: make another one.".formatted(Calendar.ALWAYS));
        }
    }

    private Calendar calendar(ResultSet row, int number) throws SQLException {
        return new Calendar(
                row.getString("name"),
                row.getString("zone"),
                json.readValue(row.getString("definition"), Calendar.Definition.class),
                row.getInt("version"));
    }
}
