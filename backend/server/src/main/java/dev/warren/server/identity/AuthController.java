package dev.warren.server.identity;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PlainText;

/** Signing in and out. The refresh token travels in a cookie that scripts cannot read, the access token in the body. */
@RestController
@RequestMapping("/api/v1/auth")
@RequiredArgsConstructor
class AuthController {

    private static final String COOKIE = "__Host-warren-refresh";

    private final SignIn signIn;
    private final RefreshSessions sessions;
    private final Registration registration;
    private final FirstAdmin firstAdmin;

    record Login(
            @NotBlank @PlainText(max = 60) String username,
            @NotBlank @Size(max = 200) String password) {}

    record Register(
            @NotBlank @Pattern(regexp = Usernames.FORM, message = Usernames.RULE)
            String username,

            @Nullable @PlainText(max = 120) String displayName,
            @NotBlank @Size(max = 200) String password) {}

    record Setup(
            @NotBlank @Size(max = 100) String token,

            @NotBlank @Pattern(regexp = Usernames.FORM, message = Usernames.RULE)
            String username,

            @NotBlank @Size(max = 200) String password) {}

    record SignedIn(String accessToken, long expiresIn, CurrentUser user) {}

    @ForGuests
    @PostMapping("/login")
    ResponseEntity<SignedIn> login(@Valid @RequestBody Login login, HttpServletRequest request) {
        return signedIn(signIn.signIn(login.username(), login.password(), ClientAddress.of(request)));
    }

    @ForGuests
    @PostMapping("/refresh")
    ResponseEntity<SignedIn> refresh(@CookieValue(name = COOKIE, required = false) @Nullable String cookie) {
        var presented = RefreshToken.parse(cookie);
        var tokens = presented == null ? null : sessions.rotate(presented);
        if (tokens == null) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "The session is over. Sign in again.");
        }
        return signedIn(tokens);
    }

    @ForGuests
    @PostMapping("/logout")
    ResponseEntity<Void> logout(@CookieValue(name = COOKIE, required = false) @Nullable String cookie) {
        var presented = RefreshToken.parse(cookie);
        if (presented != null) {
            sessions.end(presented);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .build();
    }

    @ForEveryone
    @PostMapping("/logout-everywhere")
    ResponseEntity<Void> logoutEverywhere(CurrentUser user) {
        sessions.endAll(user.id());
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .build();
    }

    @ForGuests
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    CurrentUser register(@Valid @RequestBody Register register, HttpServletRequest request) {
        var displayName = Objects.requireNonNullElse(register.displayName(), "").strip();
        return registration.register(
                register.username(),
                displayName.isEmpty() ? register.username() : displayName,
                register.password(),
                ClientAddress.of(request));
    }

    @ForGuests
    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.CREATED)
    CurrentUser setup(@Valid @RequestBody Setup setup, HttpServletRequest request) {
        return firstAdmin.setUp(setup.token(), setup.username(), setup.password(), ClientAddress.of(request));
    }

    private static ResponseEntity<SignedIn> signedIn(RefreshSessions.Tokens tokens) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(tokens.refresh().value(), RefreshSession.IDLE))
                .body(new SignedIn(tokens.access(), AccessTokens.LIFE.toSeconds(), tokens.user()));
    }

    private static String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
