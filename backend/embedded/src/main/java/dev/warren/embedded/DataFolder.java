package dev.warren.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** The one folder that holds everything of the private servers; readable by its owner only, used by one JVM at a time. */
final class DataFolder implements AutoCloseable {

    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the folder where needed and takes it; refuses when another process (or this one) already holds it. */
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            createPrivately(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new EmbeddedServersException(
                        "Another Warren (process %s) already uses the data folder %s.".formatted(holderOf(root), root));
            }
            Files.writeString(
                    root.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new EmbeddedServersException("The data folder %s cannot be used: %s".formatted(root, e), e);
        }
    }

    Path root() {
        return root;
    }

    /** A sub-folder, created where needed. */
    Path folder(String name) {
        try {
            return createPrivately(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String name) {
        return folder("logs").resolve(name + ".log");
    }

    /** Writes a file that only the owner may read: it can hold passwords. */
    Path writePrivately(Path file, String text) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            if (POSIX) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password of 32 hexadecimal digits, made at the first call and the same ever after. */
    String password(String name) {
        return secret(name, HexFormat.of().formatHex(random(16)));
    }

    /** A signing key of 48 random bytes in Base64, made at the first call and the same ever after. */
    String signingKey(String name) {
        return secret(name, Base64.getEncoder().encodeToString(random(48)));
    }

    /** Gives the folder free for the next start. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve("pid"));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String secret(String name, String fresh) {
        var file = root.resolve("secrets.properties");
        var secrets = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    secrets.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        secrets.setProperty(name, fresh);
        var text = new StringBuilder("# Passwords of Warren's private servers: keep this file with the data.\n");
        secrets.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        writePrivately(file, text.toString());
        return fresh;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this JVM holds it already
        }
    }

    private static String holderOf(Path root) throws IOException {
        var pid = root.resolve("pid");
        return Files.exists(pid) ? Files.readString(pid) : "unknown";
    }

    private static Path createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
