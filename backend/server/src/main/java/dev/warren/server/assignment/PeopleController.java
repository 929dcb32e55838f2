package dev.warren.server.assignment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;
import dev.warren.server.shared.web.PlainText;
import dev.warren.server.shared.web.Versions;
import dev.warren.server.workforce.Presence;
import dev.warren.server.workforce.WorkerFilter;

/** The people and what they are at. Changes to them stand a floor below, where nobody knows of assignments. */
@RestController
@RequestMapping("/api/v1/workers")
@RequiredArgsConstructor
class PeopleController {

    private final People people;

    @GetMapping
    @ForManagers
    Paged<Person> list(
            @RequestParam(required = false) @Nullable Presence presence,
            @RequestParam(required = false) @PlainText(max = 60) @Nullable String skill,
            @RequestParam(required = false) @PlainText(max = 120) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var after = cursor == null ? null : Cursor.decode(cursor, 1, parts -> parts.get(0));
        var filter = new WorkerFilter(presence, skill, text);
        return Paged.read(
                size,
                limit -> people.list(filter, after, limit),
                it -> Cursor.encode(it.worker().username()));
    }

    @GetMapping("/{id}")
    @ForManagers
    ResponseEntity<Person> get(@PathVariable UUID id) {
        var person = people.find(id).orElseThrow(() -> Problem.notFound("worker", id));
        return ResponseEntity.ok().eTag(Versions.tag(person.worker().version())).body(person);
    }
}
