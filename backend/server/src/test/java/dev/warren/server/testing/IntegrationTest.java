package dev.warren.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import dev.warren.server.WarrenServer;

/** A test of the whole server on real servers and a real port; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestServers.class)
@Import(IntegrationTest.Time.class)
@SpringBootTest(
        classes = WarrenServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "warren.security.token-key=dGhpcyBrZXkgaXMga25vd24gdG8gZXZlcnlib2R5ISE=",
            "warren.security.self-registration=true",
            "warren.security.first-admin.username=root",
            "warren.security.first-admin.password=a password for tests",
        })
public @interface IntegrationTest {

    /** Time that a test can move. */
    @TestConfiguration(proxyBeanMethods = false)
    class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
