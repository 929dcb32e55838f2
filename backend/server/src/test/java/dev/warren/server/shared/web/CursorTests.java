package dev.warren.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

class CursorTests {

    private record Key(int priority, UUID id) {}

    private static final Function<List<String>, Key> PARSE =
            parts -> new Key(Integer.parseInt(parts.get(0)), UUID.fromString(parts.get(1)));

    @Test
    void comesBackAsItWas() {
        var key = new Key(3, UUID.randomUUID());

        assertThat(Cursor.decode(Cursor.encode(key.priority(), key.id()), 2, PARSE))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "MQ", "MR", "MR8gH", "dHdvH2lk", "MR9u", "MQ=="})
    void refusesWhatItDidNotMake(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, 2, PARSE))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.getCode()).isEqualTo(ProblemCode.INVALID_PARAMETER));
    }
}
