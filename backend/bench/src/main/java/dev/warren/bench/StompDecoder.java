package dev.warren.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream of bytes into STOMP frames; line ends between frames are heart-beats and yield nothing. */
final class StompDecoder {

    private byte[] rest = {};

    /** Frames completed by these bytes; a malformed frame is an {@link IllegalArgumentException}. */
    List<StompFrame> accept(byte[] bytes) {
        var data = join(rest, bytes);
        var frames = new ArrayList<StompFrame>();
        var start = 0;
        while (true) {
            while (start < data.length && (data[start] == '\n' || data[start] == '\r')) {
                start++;
            }
            var bodyStart = afterBlankLine(data, start);
            if (bodyStart < 0) {
                break;
            }
            var head = new String(data, start, bodyStart - start, StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
            var end = endOfBody(data, bodyStart, head);
            if (end < 0) {
                break;
            }
            frames.add(StompFrame.decode(head, Arrays.copyOfRange(data, bodyStart, end)));
            start = end + 1;
        }
        rest = Arrays.copyOfRange(data, start, data.length);
        return frames;
    }

    private static int endOfBody(byte[] data, int bodyStart, String head) {
        var length = contentLength(head);
        if (length >= 0) {
            var end = bodyStart + length;
            if (end < data.length && data[end] != 0) {
                throw new IllegalArgumentException("content-length does not end at a NUL");
            }
            return end < data.length ? end : -1;
        }
        for (var i = bodyStart; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.startsWith("content-length:"))
                .findFirst()
                .map(line -> Integer.parseInt(
                        line.substring("content-length:".length()).trim()))
                .orElse(-1);
    }

    private static int afterBlankLine(byte[] data, int from) {
        for (var i = from; i + 1 < data.length; i++) {
            if (data[i] == '\n' && data[i + 1] == '\n') {
                return i + 2;
            }
            if (data[i] == '\n' && data[i + 1] == '\r' && i + 2 < data.length && data[i + 2] == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    private static byte[] join(byte[] first, byte[] second) {
        if (first.length == 0) {
            return second;
        }
        var joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
