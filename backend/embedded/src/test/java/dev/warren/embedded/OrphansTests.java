package dev.warren.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTests {

    @TempDir
    Path folder;

    Process process;
    Path register;
    Orphans orphans;

    @BeforeEach
    void startAProcess() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        register = folder.resolve("children");
        orphans = new Orphans(register);
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void endsARecordedProcessAndForgetsIt() {
        orphans.record(process.toHandle());

        assertThat(orphans.end()).isEqualTo(1);

        assertThat(Orphans.isRunning(process.toHandle())).isFalse();
        assertThat(register).doesNotExist();
        assertThat(orphans.end()).isZero();
    }

    @Test
    void endsWhatARecordedProcessStarted() throws IOException {
        var parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo started; wait").start();
        parent.inputReader().readLine();
        var grandchild = parent.descendants().findFirst().orElseThrow();

        orphans.record(parent.toHandle());
        parent.destroyForcibly();
        orphans.end();

        assertThat(Orphans.isRunning(grandchild)).isFalse();
    }

    @Test
    void sparesAProcessThatOnlyGotTheSameNumber() throws IOException {
        var start = process.info().startInstant().orElseThrow();
        Files.writeString(
                register, process.pid() + " " + start.minusSeconds(3600).toEpochMilli() + "\n");

        assertThat(orphans.end()).isZero();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void toleratesALineThatWasCutOff() throws IOException {
        Files.writeString(register, Long.toString(process.pid()));

        assertThat(orphans.end()).isZero();

        assertThat(process.isAlive()).isTrue();
    }
}
