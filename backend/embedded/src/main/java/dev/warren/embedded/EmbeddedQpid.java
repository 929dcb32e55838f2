package dev.warren.embedded;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

import org.apache.qpid.server.SystemLauncher;

/** Apache Qpid Broker-J in this JVM, where no RabbitMQ is installed: AMQP 0-9-1 with durable queues and messages. */
final class EmbeddedQpid {

    private static final String USER = "warren";

    private EmbeddedQpid() {}

    static PrivateServer start(DataFolder data) {
        var folder = data.folder("qpid");
        var port = FreePorts.next();
        var password = data.password("broker");
        System.setProperty("derby.stream.error.file", data.log("qpid-store").toString());
        var configuration = data.writePrivately(folder.resolve("qpid.json"), """
                {
                  "name": "warren",
                  "modelVersion": "9.0",
                  "authenticationproviders": [{
                    "name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
                    "users": [{"name": "%s", "type": "managed", "password": "%s"}]
                  }],
                  "ports": [{
                    "name": "amqp", "port": %d, "bindingAddress": "127.0.0.1", "protocols": ["AMQP_0_9_1"],
                    "authenticationProvider": "plain",
                    "virtualhostaliases": [
                      {"name": "nameAlias", "type": "nameAlias"}, {"name": "defaultAlias", "type": "defaultAlias"}]
                  }],
                  "virtualhostnodes": [{
                    "name": "warren", "type": "DERBY", "defaultVirtualHostNode": true, "storePath": "%s",
                    "virtualHostInitialConfiguration": "{\\"type\\": \\"ProvidedStore\\"}"
                  }]
                }
                """.formatted(
                        USER, password, port, folder.resolve("store").toString().replace("\\", "\\\\")));
        var attributes = new HashMap<String, Object>();
        attributes.put("type", "JSON");
        attributes.put("storePath", folder.resolve("running.json").toString());
        attributes.put("initialConfigurationLocation", configuration.toUri().toString());
        attributes.put("startupLoggedToSystemOut", false);
        attributes.put("context", Map.of("qpid.work_dir", folder.toString()));
        var launcher = new SystemLauncher();
        try {
            Files.deleteIfExists(folder.resolve("running.json")); // else the file of the last run wins, with its port
            launcher.startup(attributes);
            var version = versionAt(port);
            return new PrivateServer(
                    Part.BROKER,
                    "Apache Qpid",
                    version,
                    port,
                    "inside this process",
                    EmbeddedRabbitMq.properties(port, USER, password),
                    launcher::shutdown);
        } catch (Exception e) {
            launcher.shutdown();
            throw new EmbeddedServersException("The private Qpid broker does not start: " + e.getMessage(), e);
        }
    }

    /** Qpid only logs a failed startup; what counts is that it answers. A busy machine may need more than one try. */
    private static String versionAt(int port) {
        for (var attempt = 0; attempt < 60; attempt++) {
            var version = Child.ask(port, EmbeddedRabbitMq.AMQP_0_9_1, EmbeddedRabbitMq.VERSION);
            if (version != null) {
                return version;
            }
            Child.pause();
        }
        throw new IllegalStateException("nothing answers on its port");
    }
}
