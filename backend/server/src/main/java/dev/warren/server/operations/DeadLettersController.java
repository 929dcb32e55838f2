package dev.warren.server.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;
import dev.warren.server.messaging.DeadLetters;
import dev.warren.server.shared.web.Cursor;
import dev.warren.server.shared.web.PageSize;
import dev.warren.server.shared.web.Paged;

/** Messages that could not be applied, the newest first, each with its reason. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@RequiredArgsConstructor
class DeadLettersController {

    private final DeadLetters letters;

    @GetMapping
    @ForManagers
    Paged<DeadLetters.DeadLetter> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageSize.DEFAULT) @PageSize int size) {
        var before = Cursor.id(cursor);
        return Paged.read(size, limit -> letters.list(before, limit), it -> Cursor.encode(it.id()));
    }
}
