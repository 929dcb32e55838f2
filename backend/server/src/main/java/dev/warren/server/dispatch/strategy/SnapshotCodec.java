package dev.warren.server.dispatch.strategy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import dev.warren.server.skill.Requirement;

/** Writes what a decision depends on as few bytes: one for the format, then plain or deflated, whichever is shorter. */
public final class SnapshotCodec {

    private static final int PLAIN_V1 = 1;
    private static final int DEFLATED_V1 = 2;

    private SnapshotCodec() {}

    public static byte[] encode(RoundInput input) {
        try {
            var body = new ByteArrayOutputStream();
            write(input, new CompactOutput(new DataOutputStream(body)));
            var deflated = new ByteArrayOutputStream();
            try (var deflater = new DeflaterOutputStream(deflated)) {
                body.writeTo(deflater);
            }
            var isShorter = deflated.size() < body.size();
            var result = new ByteArrayOutputStream();
            result.write(isShorter ? DEFLATED_V1 : PLAIN_V1);
            (isShorter ? deflated : body).writeTo(result);
            return result.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A round cannot be encoded", e);
        }
    }

    /** Reads back what {@link #encode} wrote; IllegalArgumentException if the bytes are of another format or damaged. */
    public static RoundInput decode(byte[] bytes) {
        try {
            var in = new ByteArrayInputStream(bytes);
            var format = in.read();
            var body = switch (format) {
                case PLAIN_V1 -> in;
                case DEFLATED_V1 -> new InflaterInputStream(in);
                default -> throw new IllegalArgumentException("Unknown format of an encoded round: " + format);
            };
            var data = new DataInputStream(body);
            var input = read(new CompactInput(data));
            if (data.read() != -1) {
                throw new IllegalArgumentException("An encoded round has bytes left over");
            }
            return input;
        } catch (IOException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("An encoded round is damaged", e);
        }
    }

    private static void write(RoundInput input, CompactOutput out) throws IOException {
        out.fixedLong(input.seed());
        var params = input.params();
        out.number(params.shareBucketMicros());
        out.duration(params.ageingStep());
        out.number(params.floorLevel());
        out.duration(params.rescueAge());
        out.number(params.rescueEvery());
        out.number(params.version());

        var snapshot = input.snapshot();
        out.text(snapshot.queue());
        out.instant(snapshot.at());
        out.number(snapshot.requirements().size());
        for (var requirement : snapshot.requirements().values()) {
            out.number(requirement.id());
            out.number(requirement.minLevel());
            out.optionalText(requirement.region());
            out.list(requirement.skills(), skill -> out.number(skill));
        }
        numbers(snapshot.sinceRescue(), out);
        out.list(snapshot.tasks(), task -> {
            out.id(task.id());
            out.number(task.requirement());
            out.number(task.priority());
            out.number(task.level());
            out.duration(Duration.between(task.createdAt(), snapshot.at()));
            out.flag(task.rescue());
            out.list(task.excluded(), out::id);
        });
        out.list(snapshot.candidates(), candidate -> {
            out.id(candidate.id());
            out.number(candidate.capacity());
            out.number(candidate.load());
            numbers(candidate.skills(), out);
            out.optionalText(candidate.region());
            out.fixedLong(Double.doubleToLongBits(candidate.busyShare()));
            out.duration(Duration.between(candidate.idleSince(), snapshot.at()));
        });
    }

    private static RoundInput read(CompactInput in) throws IOException {
        var seed = in.fixedLong();
        var params =
                new Params((int) in.number(), in.duration(), (int) in.number(), in.duration(), (int) in.number(), (int)
                        in.number());

        var queue = in.text();
        var at = in.instant();
        var requirements = new TreeMap<Integer, Requirement>();
        for (var left = in.size(); left > 0; left--) {
            var id = (int) in.number();
            var minLevel = (int) in.number();
            var region = in.optionalText();
            requirements.put(id, new Requirement(id, in.list(() -> (int) in.number()), minLevel, region));
        }
        var sinceRescue = numbers(in);
        var tasks = in.list(() -> new WaitingTask(
                in.id(),
                (int) in.number(),
                (int) in.number(),
                (int) in.number(),
                at.minus(in.duration()),
                in.flag(),
                new HashSet<>(in.list(in::id))));
        var candidates = in.list(() -> new Candidate(
                in.id(),
                (int) in.number(),
                (int) in.number(),
                numbers(in),
                in.optionalText(),
                Double.longBitsToDouble(in.fixedLong()),
                at.minus(in.duration())));
        return new RoundInput(new Snapshot(queue, at, tasks, candidates, requirements, sinceRescue), params, seed);
    }

    private static void numbers(Map<Integer, Integer> numbers, CompactOutput out) throws IOException {
        out.number(numbers.size());
        for (var entry : numbers.entrySet()) {
            out.number(entry.getKey());
            out.number(entry.getValue());
        }
    }

    private static Map<Integer, Integer> numbers(CompactInput in) throws IOException {
        var numbers = new TreeMap<Integer, Integer>();
        for (var left = in.size(); left > 0; left--) {
            numbers.put((int) in.number(), (int) in.number());
        }
        return numbers;
    }
}
