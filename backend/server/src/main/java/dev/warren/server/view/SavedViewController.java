package dev.warren.server.view;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.identity.Role;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.PlainText;

/** The caller's saved views and those of the team. */
@RestController
@RequestMapping("/api/v1/me/views")
@RequiredArgsConstructor
class SavedViewController {

    private final SavedViews views;

    record ViewRequest(
            @NotBlank @PlainText(max = 60) String name,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "must be 1 to 40 of a-z, 0-9 and -")
            String page,

            @NotNull @PlainText(max = 2_000) String query,
            @Nullable Boolean shared) {

        SavedViews.Content content() {
            return new SavedViews.Content(name, page, query, Boolean.TRUE.equals(shared));
        }
    }

    record ViewList(List<SavedView> items) {}

    @GetMapping
    @ForManagers
    ViewList list(CurrentUser user) {
        return new ViewList(views.seenBy(user.id()));
    }

    @PostMapping
    @ForManagers
    ResponseEntity<SavedView> save(@Valid @RequestBody ViewRequest request, CurrentUser user) {
        var id = views.add(user.id(), request.content());
        return ResponseEntity.created(URI.create("/api/v1/me/views/" + id)).body(seen(id, user));
    }

    @PutMapping("/{id}")
    @ForManagers
    SavedView change(@PathVariable UUID id, @Valid @RequestBody ViewRequest request, CurrentUser user) {
        var changed = changeable(id, user);
        var content = request.content();
        if (!content.shared() && !changed.owner().equals(user.id())) {
            throw Problem.of(ProblemCode.RULE_VIOLATED, "/shared", "Only its owner can stop sharing a view.");
        }
        views.change(id, content);
        return seen(id, user);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ForManagers
    void remove(@PathVariable UUID id, CurrentUser user) {
        changeable(id, user);
        views.remove(id);
    }

    private SavedView seen(UUID id, CurrentUser user) {
        return views.find(id, user.id()).orElseThrow(() -> Problem.notFound("view", id));
    }

    private SavedView changeable(UUID id, CurrentUser user) {
        var view = seen(id, user);
        if (!view.owner().equals(user.id()) && !user.is(Role.ADMIN)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This view is shared by %s: only they and admins change it.".formatted(view.ownerName()));
        }
        return view;
    }
}
