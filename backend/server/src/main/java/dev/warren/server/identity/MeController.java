package dev.warren.server.identity;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I. */
@ForEveryone
@RestController
class MeController {

    @GetMapping("/api/v1/me")
    CurrentUser me(CurrentUser user) {
        return user;
    }
}
