package dev.warren.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Gives an application that names no servers its private ones, before the first bean is made.
 *
 * <p>It runs just before the configuration files are read, because it can add a profile, and profiles choose files; what
 * the files say it finds out by a trial reading.
 */
public final class EmbeddedEnvironment implements EnvironmentPostProcessor, Ordered {

    /** Applications in the same JVM share the servers of a folder. */
    private static final Map<Path, EmbeddedServers> RUNNING = new ConcurrentHashMap<>();

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var configured = trialReading(environment, application);
        var plan = EmbeddedPlan.of(configured);
        if (plan.parts().isEmpty()) {
            return;
        }
        var servers = RUNNING.computeIfAbsent(plan.dataFolder().toAbsolutePath().normalize(), folder -> start(plan));
        var properties = new HashMap<>(servers.properties());
        if (!configured.containsProperty("warren.security.token-key")) {
            properties.put("warren.security.token-key", servers.signingKey());
        }
        if (!configured.containsProperty("server.port") && !isFree(8080)) {
            properties.put("server.port", FreePorts.next());
        }
        properties.putAll(quietConsole(servers));
        DefaultPropertiesPropertySource.addOrMerge(properties, environment.getPropertySources());
        if (plan.demo()) {
            environment.addActiveProfile("demo");
        }
        application.addListeners(
                (ApplicationListener<ApplicationReadyEvent>) ready -> announce(servers, ready),
                (ApplicationListener<ApplicationFailedEvent>) failed -> stop(servers));
        SpringApplication.getShutdownHandlers().add(() -> stop(servers));
    }

    private static ConfigurableEnvironment trialReading(
            ConfigurableEnvironment environment, SpringApplication application) {
        var trial = new StandardEnvironment();
        var sources = trial.getPropertySources();
        sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
        environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .forEach(sources::addLast);
        trial.setActiveProfiles(environment.getActiveProfiles());
        ConfigDataEnvironmentPostProcessor.applyTo(
                trial, application.getResourceLoader(), null, application.getAdditionalProfiles());
        return trial;
    }

    /** The terminal shows where Warren is and what goes wrong; all else is for the log file. */
    private static Map<String, Object> quietConsole(EmbeddedServers servers) {
        return Map.of(
                "spring.main.banner-mode", "off",
                "logging.threshold.console", "WARN",
                "logging.file.name", servers.applicationLog().toString(),
                "logging.level.org.apache.qpid", "WARN",
                "logging.level.qpid", "WARN");
    }

    private static EmbeddedServers start(EmbeddedPlan plan) {
        System.out.println(
                "Starting Warren's private servers; the first start on this machine takes up to a minute ...");
        return EmbeddedServers.start(plan.dataFolder(), plan.parts(), plan.broker());
    }

    private static void stop(EmbeddedServers servers) {
        RUNNING.values().remove(servers);
        servers.close();
    }

    private static void announce(EmbeddedServers servers, ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        var text = new StringBuilder("\n");
        if (port != null) {
            text.append("  Warren is ready:  http://localhost:").append(port).append("\n\n");
        }
        servers.servers()
                .forEach(server ->
                        text.append("  private ").append(server.line()).append('\n'));
        text.append("  data in ").append(servers.dataFolder()).append(", logs in its folder logs\n");
        text.append("  Ctrl-C stops everything; the next start goes on from here.\n");
        System.out.println(text);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
