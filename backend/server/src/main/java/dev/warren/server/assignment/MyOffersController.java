package dev.warren.server.assignment;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.shared.web.PlainText;

/** The offers made to the caller. */
@RestController
@RequestMapping("/api/v1/me/offers")
@RequiredArgsConstructor
class MyOffersController {

    private final OfferDesk desk;
    private final AssignmentReader assignments;

    record OfferList(List<OfferView> items) {}

    record Decline(
            @NotBlank @PlainText(max = 500, multiline = true)
            String reason) {}

    @GetMapping
    @ForEmployees
    OfferList list(CurrentUser user) {
        return new OfferList(desk.open(user.id()));
    }

    @PostMapping("/{id}/accept")
    @ForEmployees
    AssignmentView accept(@PathVariable UUID id, CurrentUser user) {
        return assignments.find(desk.accept(id, user));
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ForEmployees
    void decline(@PathVariable UUID id, @Valid @RequestBody Decline decline, CurrentUser user) {
        desk.decline(id, decline.reason(), user);
    }
}
