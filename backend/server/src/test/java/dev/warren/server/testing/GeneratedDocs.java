package dev.warren.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents under {@code docs} that tests make from what the code is. A test fails when the committed file says
 * something else; with {@code -Dwarren.docs.write=true} the file is written instead.
 */
public final class GeneratedDocs {

    private static final Path FOLDER = Path.of("../../docs");

    private GeneratedDocs() {}

    public static void verify(String file, String content) {
        var path = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("warren.docs.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, content);
            }
            assertThat(path).as("run this test with -Dwarren.docs.write=true").exists();
            assertThat(Files.readString(path))
                    .as("docs/%s is out of date: run this test with -Dwarren.docs.write=true", file)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
