package dev.warren.server.messaging;

import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.warren.server.shared.Ids;

/** Which of the equal servers this process is; new with every start. */
@Component
public class ServerIdentity {

    private final UUID id = Ids.next();

    public UUID id() {
        return id;
    }

    /** Host and process, for people who read tables and logs. */
    public String name() {
        return "pid-%d-%s"
                .formatted(ProcessHandle.current().pid(), id.toString().substring(24));
    }
}
