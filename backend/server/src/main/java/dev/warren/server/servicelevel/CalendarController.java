package dev.warren.server.servicelevel;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;
import dev.warren.server.shared.web.Versions;

/** The business calendars. */
@RestController
@RequestMapping("/api/v1/calendars")
@RequiredArgsConstructor
class CalendarController {

    private final Calendars calendars;

    record CalendarRequest(
            @NotNull @Size(min = 1, max = 60) String zone,
            @NotNull @Valid Calendar.Definition definition) {}

    record NewCalendar(
            @NotNull
            @Pattern(
                    regexp = "[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?",
                    message = "must be 1 to 60 of a-z, 0-9 and -, not - at an end")
            String name,

            @NotNull @Size(min = 1, max = 60) String zone,
            @NotNull @Valid Calendar.Definition definition) {}

    record CalendarList(List<Calendar> items) {}

    @GetMapping
    @ForManagers
    CalendarList list() {
        return new CalendarList(calendars.all());
    }

    @GetMapping("/{name}")
    @ForManagers
    ResponseEntity<Calendar> get(@PathVariable String name) {
        return answer(HttpStatus.OK, name);
    }

    @PostMapping
    @ForAdmins
    ResponseEntity<Calendar> create(@Valid @RequestBody NewCalendar request) {
        var calendar = new Calendar(request.name(), request.zone(), request.definition(), 1);
        calendar.rules(); // or refused
        calendars.add(calendar);
        return answer(HttpStatus.CREATED, request.name());
    }

    @PutMapping("/{name}")
    @ForAdmins
    ResponseEntity<Calendar> change(
            @PathVariable String name,
            @Valid @RequestBody CalendarRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        var expected = Versions.expected(match);
        int version = calendars.get(name).version();
        if (expected != null && expected != version) {
            throw new Problem(
                    ProblemCode.VERSION_MISMATCH,
                    "Calendar '%s' has version %d, not %d: read it again.".formatted(name, version, expected));
        }
        var calendar = new Calendar(name, request.zone(), request.definition(), version);
        calendar.rules(); // or refused
        calendars.change(calendar);
        return answer(HttpStatus.OK, name);
    }

    @DeleteMapping("/{name}")
    @ForAdmins
    ResponseEntity<Void> remove(@PathVariable String name) {
        calendars.remove(name);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Calendar> answer(HttpStatus status, String name) {
        var calendar = calendars.get(name);
        return ResponseEntity.status(status)
                .eTag(Versions.tag(calendar.version()))
                .body(calendar);
    }
}
