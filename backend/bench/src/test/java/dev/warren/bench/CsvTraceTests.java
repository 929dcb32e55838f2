package dev.warren.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTraceTests {

    private static final String HEADER = "id,created_at,priority,category,required_skill,handle_seconds,outcome\n";

    @Test
    void readsQuotesLineBreaksAndEmptyCells() throws IOException {
        var trace = parse("\uFEFF" + HEADER
                + "a,2016-02-29T01:16:00,3,\"says \"\"no\"\", twice\nor more\",group-1,36780,RESOLVED\r\n"
                + "\r\n"
                + "b,2016-02-29T01:15:00,1,net,,,OPEN");

        assertThat(trace.malformed()).isEmpty();
        assertThat(trace.incidents()).extracting(Incident::id).containsExactly("b", "a");
        assertThat(trace.incidents().get(1).category()).isEqualTo("says \"no\", twice\nor more");
        assertThat(trace.incidents().get(0).skill()).isNull();
        assertThat(trace.incidents().get(0).handleTime()).hasSeconds(60);
        assertThat(trace.incidents().get(1).handleTime()).hasSeconds(3_600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,2016-02-29T01:16:00,3,net,g,60|6 cells",
                "x,yesterday,3,net,g,60,DONE|yesterday",
                "x,2016-02-29T01:16:00,6,net,g,60,DONE|not within 1..5",
                "x,2016-02-29T01:16:00,high,net,g,60,DONE|high",
                "x,2016-02-29T01:16:00,3,net,g,long,DONE|long",
                ",2016-02-29T01:16:00,3,net,g,60,DONE|id is empty",
                "a,2016-02-29T01:16:00,3,net,g,60,DONE|there twice"
            })
    void reportsAMalformedRowWithItsLineAndGoesOn(String row, String reason) throws IOException {
        var trace = parse(
                HEADER + "a,2016-02-29T01:16:00,3,net,g,60,DONE\n" + row + "\nb,2016-02-29T01:16:00,3,net,g,60,DONE\n");

        assertThat(trace.incidents()).extracting(Incident::id).containsExactly("a", "b");
        assertThat(trace.malformed()).singleElement().satisfies(malformed -> {
            assertThat(malformed.line()).isEqualTo(3);
            assertThat(malformed.reason()).contains(reason);
        });
    }

    @Test
    void refusesAFileWithoutTheNeededColumns() {
        assertThatThrownBy(() -> parse("id,title\n1,x\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("priority");
        assertThatThrownBy(() -> parse("")).isInstanceOf(IOException.class);
    }

    @Test
    void readsAGzipFileUpToTheLimit(@TempDir Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEADER + "a,2016-02-29T01:16:00,3,net,g,60,DONE\nb,2016-02-29T01:16:00,3,net,g,60,DONE\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("trace.csv.gz"), bytes.toByteArray());

        assertThat(CsvTrace.read(file, 10).incidents()).hasSize(2);
        assertThat(CsvTrace.read(file, 1).incidents()).hasSize(1);
    }

    @Test
    void bundlesASampleWithAllPrioritiesAndManySkills() throws IOException {
        var sample = CsvTrace.sample(Integer.MAX_VALUE);

        var perSkill = sample.incidents().stream()
                .filter(incident -> incident.skill() != null)
                .collect(Collectors.groupingBy(incident -> String.valueOf(incident.skill()), Collectors.counting()));
        assertThat(sample.malformed()).isEmpty();
        assertThat(sample.incidents()).hasSizeBetween(500, 1_000);
        assertThat(sample.incidents()).extracting(Incident::priority).contains(1, 2, 3, 4, 5);
        assertThat(perSkill.values().stream().filter(count -> count >= 5)).hasSizeGreaterThan(10);
    }

    private static CsvTrace parse(String text) throws IOException {
        return CsvTrace.parse(new StringReader(text), Integer.MAX_VALUE);
    }
}
