package dev.warren.server.demo;

import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForGuests;
import dev.warren.server.identity.Registration;

/** What the page that signs people in has to know beforehand. */
@RestController
@RequestMapping("/api/v1/about")
@RequiredArgsConstructor
class AboutController {

    private final BuildProperties build;
    private final Registration registration;
    private final ObjectProvider<Demo> demo;

    /**
     * This server.
     *
     * @param demo whether it is one to try, with the accounts named
     * @param registration whether anybody may make an account
     * @param accounts empty unless it is the demo
     */
    record About(String version, boolean demo, boolean registration, List<Demo.DemoAccount> accounts) {}

    @GetMapping
    @ForGuests
    About about() {
        boolean isDemo = demo.getIfAvailable() != null;
        return new About(
                Objects.requireNonNull(build.getVersion()),
                isDemo,
                registration.isOpen(),
                isDemo ? Demo.accounts() : List.of());
    }
}
