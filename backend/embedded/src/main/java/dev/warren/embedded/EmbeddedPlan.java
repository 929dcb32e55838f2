package dev.warren.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What the configuration of an application asks of the private servers.
 *
 * @param parts which to start; empty when nothing is to be done
 * @param demo whether the example data is wanted, because nobody named a profile
 */
record EmbeddedPlan(Set<Part> parts, Path dataFolder, BrokerKind broker, boolean demo) {

    static EmbeddedPlan of(Environment environment) {
        return new EmbeddedPlan(
                wanted(environment),
                Path.of(environment.getProperty("warren.data", ".warren")),
                Binder.get(environment)
                        .bind("warren.embedded.broker", BrokerKind.class)
                        .orElse(BrokerKind.AUTO),
                environment.getActiveProfiles().length == 0);
    }

    /** Half a configuration is more likely a mistake than a wish for private servers: that takes the profile. */
    private static Set<Part> wanted(Environment environment) {
        var missing = EnumSet.allOf(Part.class);
        missing.removeIf(part -> part.addresses().stream().anyMatch(environment::containsProperty));
        var asked = missing.size() == Part.values().length || environment.acceptsProfiles(Profiles.of("embedded"));
        var enabled = environment.getProperty("warren.embedded.enabled", Boolean.class, true);
        return asked && enabled ? missing : Set.of();
    }
}
