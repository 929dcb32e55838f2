package dev.warren.embedded;

import java.util.List;

/** A server that Warren can run privately. */
public enum Part {
    DATABASE("spring.datasource.url"),
    REDIS("warren.redis.url"),
    BROKER("spring.rabbitmq.host", "spring.rabbitmq.addresses");

    private final List<String> addresses;

    Part(String... addresses) {
        this.addresses = List.of(addresses);
    }

    /** The properties by which a user names a server of his own for this part: any one is enough. */
    List<String> addresses() {
        return addresses;
    }
}
