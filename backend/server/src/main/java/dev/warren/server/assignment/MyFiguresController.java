package dev.warren.server.assignment;

import java.time.DateTimeException;
import java.time.ZoneId;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEmployees;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** The caller's own figures; those of others are seen as a band without names. */
@RestController
@RequestMapping("/api/v1/me/figures")
@RequiredArgsConstructor
class MyFiguresController {

    private final MyFigures figures;

    /** @param zone where today begins at midnight */
    @GetMapping
    @ForEmployees
    MyFigures.DayFigures today(@RequestParam(defaultValue = "UTC") String zone, CurrentUser user) {
        return figures.today(user.id(), zone(zone));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.of(ProblemCode.INVALID_PARAMETER, "zone", "must be a time zone such as UTC or Europe/Berlin");
        }
    }
}
