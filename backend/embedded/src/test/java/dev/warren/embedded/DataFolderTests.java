package dev.warren.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path temp;

    @Test
    void remembersPasswordsOverARestart() {
        String first;
        try (var data = DataFolder.open(temp.resolve("data"))) {
            first = data.password("redis");
            assertThat(first).hasSize(32).isEqualTo(data.password("redis")).isNotEqualTo(data.password("broker"));
        }
        try (var data = DataFolder.open(temp.resolve("data"))) {
            assertThat(data.password("redis")).isEqualTo(first);
        }
    }

    @Test
    void makesASigningKeyOf48Bytes() {
        try (var data = DataFolder.open(temp)) {
            assertThat(Base64.getDecoder().decode(data.signingKey("token-key"))).hasSize(48);
            assertThat(data.signingKey("token-key")).isEqualTo(data.signingKey("token-key"));
        }
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        try (var data = DataFolder.open(temp.resolve("data"))) {
            data.password("redis");

            assertThat(permissions(data.root())).isEqualTo("rwx------");
            assertThat(permissions(data.root().resolve("secrets.properties"))).isEqualTo("rw-------");
        }
    }

    @Test
    void refusesASecondUserOfTheFolder() {
        try (var first = DataFolder.open(temp)) {
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(EmbeddedServersException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(first.root().toString());
        }

        DataFolder.open(temp).close();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
