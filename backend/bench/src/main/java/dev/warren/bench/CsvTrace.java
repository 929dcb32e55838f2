package dev.warren.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The incidents of a CSV file in order of creation, and the rows that could not be understood. */
record CsvTrace(List<Incident> incidents, List<Malformed> malformed) {

    private static final List<String> REQUIRED =
            List.of("id", "created_at", "priority", "category", "required_skill", "handle_seconds");

    /** A row that was left out, by its line in the file. */
    record Malformed(long line, String reason) {}

    /** Reads a plain or gzip file; a file without the needed columns is an {@link IOException}. */
    static CsvTrace read(Path path, int limit) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return parse(new BufferedReader(new InputStreamReader(plain(in), StandardCharsets.UTF_8)), limit);
        }
    }

    /** The bundled sample; see its NOTICE for source and licence. */
    static CsvTrace sample(int limit) throws IOException {
        try (var in = CsvTrace.class.getResourceAsStream("/sample-incidents.csv")) {
            if (in == null) {
                throw new FileNotFoundException("The bundled sample is missing from the class path");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), limit);
        }
    }

    static CsvTrace parse(Reader reader, int limit) throws IOException {
        var records = new CsvRecords(reader);
        var header = records.next();
        if (header == null || !header.containsAll(REQUIRED)) {
            throw new IOException("The CSV needs the columns " + REQUIRED + " but its first line is " + header);
        }
        var incidents = new ArrayList<Incident>();
        var malformed = new ArrayList<Malformed>();
        var ids = new HashSet<String>();
        for (var cells = records.next(); cells != null && incidents.size() < limit; cells = records.next()) {
            try {
                var incident = incident(header, cells);
                if (!ids.add(incident.id())) {
                    throw new IllegalArgumentException("id " + incident.id() + " is there twice");
                }
                incidents.add(incident);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                malformed.add(new Malformed(records.line(), String.valueOf(e.getMessage())));
            }
        }
        incidents.sort(Comparator.comparing(Incident::createdAt));
        return new CsvTrace(List.copyOf(incidents), List.copyOf(malformed));
    }

    private static Incident incident(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells instead of " + header.size());
        }
        var id = cells.get(header.indexOf("id"));
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is empty");
        }
        var priority = Integer.parseInt(cells.get(header.indexOf("priority")));
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("priority " + priority + " is not within 1..5");
        }
        var skill = cells.get(header.indexOf("required_skill"));
        var handle = cells.get(header.indexOf("handle_seconds"));
        return new Incident(
                id,
                LocalDateTime.parse(cells.get(header.indexOf("created_at"))),
                priority,
                cells.get(header.indexOf("category")),
                skill.isBlank() ? null : skill,
                handle.isBlank() ? 0 : (long) Double.parseDouble(handle),
                count(header, cells, "waits"),
                count(header, cells, "reassignments"));
    }

    /** Of a column that not every trace has. */
    private static int count(List<String> header, List<String> cells, String column) {
        var index = header.indexOf(column);
        return index < 0 || cells.get(index).isBlank() ? 0 : Integer.parseInt(cells.get(index));
    }

    private static InputStream plain(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in);
        buffered.mark(2);
        var gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered) : buffered;
    }
}
