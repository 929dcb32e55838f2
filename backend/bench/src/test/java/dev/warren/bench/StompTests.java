package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompTests {

    @Test
    void escapesHeadersOnTheWireAndBack() {
        var frame = new StompFrame("SEND", Map.of("a:b", "back\\slash\nline\rfeed: end "), "body");

        assertThat(frame.encode()).isEqualTo("SEND\na\\cb:back\\\\slash\\nline\\rfeed\\c end \n\nbody\0");
        assertThat(decode(frame.encode())).containsExactly(frame);
    }

    @Test
    void leavesTheTokenOfAConnectFrameAsItIs() {
        var frame = new StompFrame("CONNECT", Map.of("host", "a:1"), "");

        assertThat(frame.encode()).isEqualTo("CONNECT\nhost:a:1\n\n\0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000})
    void findsFramesHoweverTheyAreCut(int size) {
        var wire = "\n\r\nCONNECTED\r\nversion:1.2\r\nheart-beat:0,10000\r\n\r\n\0\n\n"
                + "MESSAGE\ncontent-length:5\nn:first\nn:second\n\na\0b\u00e4\0"
                + "ERROR\nmessage:no\\c such\n\nwhy\0\n";

        var frames = decode(wire, size);

        assertThat(frames).extracting(StompFrame::command).containsExactly("CONNECTED", "MESSAGE", "ERROR");
        assertThat(frames.get(0).header("heart-beat")).isEqualTo("0,10000");
        assertThat(frames.get(1).body()).isEqualTo("a\0b\u00e4");
        assertThat(frames.get(1).header("n")).isEqualTo("first");
        assertThat(frames.get(2).header("message")).isEqualTo("no: such");
        assertThat(frames.get(2).body()).isEqualTo("why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MESSAGE\nno colon\n\n\0", "MESSAGE\na:\\t\n\n\0", "MESSAGE\ncontent-length:1\n\nab\0"})
    void refusesAMalformedFrame(String wire) {
        assertThatThrownBy(() -> decode(wire)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<StompFrame> decode(String wire) {
        return decode(wire, Integer.MAX_VALUE);
    }

    private static List<StompFrame> decode(String wire, int size) {
        var decoder = new StompDecoder();
        var bytes = wire.getBytes(StandardCharsets.UTF_8);
        var frames = new ArrayList<StompFrame>();
        for (var from = 0; from < bytes.length; from += size) {
            var to = (int) Math.min(bytes.length, (long) from + size);
            frames.addAll(decoder.accept(Arrays.copyOfRange(bytes, from, to)));
            if (to == bytes.length) {
                break;
            }
        }
        return frames;
    }
}
