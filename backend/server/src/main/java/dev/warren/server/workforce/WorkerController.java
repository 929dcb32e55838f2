package dev.warren.server.workforce;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.identity.Usernames;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.Sql;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.shared.web.Versions;

/** Changes to the people, and to who of them is here. */
@RestController
@RequestMapping("/api/v1")
@RequiredArgsConstructor
class WorkerController {

    private final WorkerAdministration administration;
    private final WorkerReader reader;
    private final WrapUps wrapUps;
    private final Clock clock;

    record SkillRequest(
            @NotBlank @PlainText(max = 60) String name,
            @Min(1) @Max(5) @Nullable Integer level) {

        int levelOrOne() {
            return level == null ? 1 : level;
        }
    }

    record NewWorkerRequest(
            @NotNull @Pattern(regexp = Usernames.FORM, message = Usernames.RULE)
            String username,

            @PlainText(max = 120) @Nullable String displayName,
            @NotBlank String password,
            @Size(max = 100) @Nullable List<@Valid @NotNull SkillRequest> skills,
            @Nullable Integer capacity,
            @PlainText(max = 60) @Nullable String region) {}

    /** What is absent stays as it is; an empty region means everywhere. */
    record WorkerChange(
            @Size(min = 1) @PlainText(max = 120) @Nullable String displayName,
            @Size(max = 100) @Nullable List<@Valid @NotNull SkillRequest> skills,
            @Nullable Integer capacity,
            @PlainText(max = 60) @Nullable String region) {}

    /**
     * Where the caller is.
     *
     * @param kind of a break
     * @param note what a break of kind OTHER is for
     * @param until when a break or a meeting shall be over, within 24 hours
     */
    record PresenceRequest(
            @NotNull Presence status,
            @Nullable BreakKind kind,
            @PlainText(max = 60) @Nullable String note,
            @Nullable Instant until) {}

    @PostMapping("/workers")
    @ForAdmins
    ResponseEntity<WorkerView> hire(@Valid @RequestBody NewWorkerRequest request, CurrentUser user) {
        var worker = administration.hire(
                request.username(),
                request.password(),
                new WorkerAdministration.Profile(
                        request.displayName() == null ? request.username() : request.displayName(),
                        request.skills() == null ? Map.of() : levels(request.skills()),
                        request.capacity() == null ? 1 : request.capacity(),
                        request.region()),
                user.actor());
        return ResponseEntity.created(URI.create("/api/v1/workers/" + worker.id()))
                .eTag(Versions.tag(worker.version()))
                .body(worker);
    }

    @PatchMapping("/workers/{id}")
    @ForAdmins
    ResponseEntity<WorkerView> change(
            @PathVariable UUID id,
            @Valid @RequestBody WorkerChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            CurrentUser user) {
        return answer(administration.change(
                id,
                change.displayName(),
                change.skills() == null ? null : levels(change.skills()),
                change.capacity(),
                change.region(),
                Versions.expected(match),
                user.actor()));
    }

    /** The caller's own worker. */
    @GetMapping("/me/worker")
    @ForEmployees
    WorkerView mine(CurrentUser user) {
        return reader.find(user.id())
                .orElseThrow(() -> new Problem(
                        ProblemCode.NOT_FOUND,
                        "Your account is no worker yet: it becomes one when you come to work, by PUT /me/presence."));
    }

    @PutMapping("/me/presence")
    @ForEmployees
    WorkerView attend(@Valid @RequestBody PresenceRequest request, CurrentUser user) {
        administration.attend(
                user,
                Whereabouts.said(
                        request.status(),
                        request.kind(),
                        request.note(),
                        request.until() == null ? null : Sql.micros(request.until()),
                        clock.instant()));
        return mine(user);
    }

    /** Ends what the caller is wrapping up before its time. */
    @PostMapping("/me/wrap-up/end")
    @ForEmployees
    WorkerView endWrapUp(CurrentUser user) {
        var worker = mine(user);
        wrapUps.endNow(worker.id(), user.actor());
        return mine(user);
    }

    private static Map<String, Integer> levels(List<SkillRequest> skills) {
        return skills.stream().collect(Collectors.toMap(SkillRequest::name, SkillRequest::levelOrOne, Math::max));
    }

    private static ResponseEntity<WorkerView> answer(WorkerView worker) {
        return ResponseEntity.ok().eTag(Versions.tag(worker.version())).body(worker);
    }
}
