package dev.warren.server.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;

import dev.warren.server.skill.Requirement;

/** The distinct sets of needs. They never change, so what was read once is kept in memory. */
@Component
@RequiredArgsConstructor
public class Requirements {

    private final JdbcTemplate jdbc;
    private final Map<Need, Requirement> byNeed = new ConcurrentHashMap<>();
    private final Map<Integer, Requirement> byId = new ConcurrentHashMap<>();

    private record Need(
            List<Integer> skills, int minLevel, @Nullable String region) {}

    /** The requirement of these needs, made when they are new. Not to be called inside a transaction. */
    Requirement of(Collection<Integer> skills, int minLevel, @Nullable String region) {
        var need = need(skills, minLevel, region);
        var known = byNeed.get(need);
        return known != null ? known : keep(findOrInsert(need));
    }

    /** The one with the same needs, made when they are new. Not to be called inside a transaction. */
    public Requirement like(Requirement needs) {
        return of(needs.skills(), needs.minLevel(), needs.region());
    }

    /** As {@link #like}, inside a transaction; null when this server has not met these needs yet. */
    public @Nullable Requirement known(Requirement needs) {
        return byNeed.get(need(needs.skills(), needs.minLevel(), needs.region()));
    }

    public Requirement get(int id) {
        var known = byId.get(id);
        return known != null
                ? known
                : keep(jdbc.query("SELECT * FROM requirement WHERE id = ?", Requirements::requirement, id)
                        .get(0));
    }

    private static Need need(Collection<Integer> skills, int minLevel, @Nullable String region) {
        return new Need(skills.stream().sorted().distinct().toList(), skills.isEmpty() ? 1 : minLevel, region);
    }

    private Requirement findOrInsert(Need need) {
        var skills = need.skills().stream().map(String::valueOf).collect(Collectors.joining(","));
        var fingerprint = fingerprint(skills + "|" + need.minLevel() + "|" + need.region());
        var found = find(fingerprint);
        if (found.isEmpty()) {
            try {
                jdbc.update(
                        "INSERT INTO requirement (fingerprint, skills, min_level, region) VALUES (?, ?, ?, ?)",
                        fingerprint,
                        skills,
                        need.minLevel(),
                        need.region());
            } catch (DuplicateKeyException e) { // another thread or server was first: its row is as good
                return find(fingerprint).get(0);
            }
            found = find(fingerprint);
        }
        return found.get(0);
    }

    private List<Requirement> find(byte[] fingerprint) {
        return jdbc.query(
                "SELECT * FROM requirement WHERE fingerprint = ?", Requirements::requirement, (Object) fingerprint);
    }

    private Requirement keep(Requirement requirement) {
        byId.put(requirement.id(), requirement);
        byNeed.put(new Need(requirement.skills(), requirement.minLevel(), requirement.region()), requirement);
        return requirement;
    }

    private static Requirement requirement(ResultSet row, int number) throws SQLException {
        var skills = row.getString("skills");
        return new Requirement(
                row.getInt("id"),
                skills.isEmpty()
                        ? List.of()
                        : Arrays.stream(skills.split(",")).map(Integer::valueOf).toList(),
                row.getInt("min_level"),
                row.getString("region"));
    }

    private static byte[] fingerprint(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
