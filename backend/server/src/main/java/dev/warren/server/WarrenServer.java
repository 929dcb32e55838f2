package dev.warren.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts one of the N equal Warren servers. */
@Modulithic(systemName = "Warren", sharedModules = "shared")
@SpringBootApplication
public class WarrenServer {

    public static void main(String[] args) {
        SpringApplication.run(WarrenServer.class, args);
    }
}
