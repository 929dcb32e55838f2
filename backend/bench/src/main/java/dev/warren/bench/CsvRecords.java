package dev.warren.bench;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import lombok.RequiredArgsConstructor;

/** Reads CSV records one by one (RFC 4180: quotes, doubled quotes, line breaks inside quotes). */
@RequiredArgsConstructor
final class CsvRecords {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private int peeked = -2;
    private long line = 1;
    private long recordLine;

    /** The line on which the last record began, from 1. */
    long line() {
        return recordLine;
    }

    /** The next record that is not an empty line, or null at the end. */
    @Nullable
    List<String> next() throws IOException {
        while (peek() != -1) {
            recordLine = line;
            var cells = cells();
            if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                return cells;
            }
        }
        return null;
    }

    private List<String> cells() throws IOException {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        while (true) {
            var c = read();
            if (c == -1 || (!quoted && c == '\n')) {
                cells.add(cell.toString());
                return cells;
            } else if (quoted) {
                if (c != '"') {
                    cell.append((char) c);
                } else if (peek() == '"') {
                    cell.append((char) read());
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r') {
                cell.append((char) c);
            }
        }
    }

    private int peek() throws IOException {
        if (peeked == -2) {
            peeked = reader.read();
            if (peeked == BYTE_ORDER_MARK && line == 1) {
                peeked = reader.read();
            }
        }
        return peeked;
    }

    private int read() throws IOException {
        var c = peek();
        peeked = -2;
        if (c == '\n') {
            line++;
        }
        return c;
    }
}
