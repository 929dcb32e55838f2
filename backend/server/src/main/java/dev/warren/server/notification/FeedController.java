package dev.warren.server.notification;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.CurrentUser;
import dev.warren.server.identity.ForEveryone;

/** The feed by polling: for the gap after a reconnect, and for clients without WebSocket. */
@RestController
@RequestMapping("/api/v1/me/feed")
@RequiredArgsConstructor
class FeedController {

    private final Feed feed;

    /**
     * @param entries in order, contiguous; the first is later than {@code after + 1} only when older ones were removed
     * @param head the last number there is
     */
    record FeedPage(List<FeedEntry> entries, long head) {}

    /** Entries first, then the head: so the head is never behind the entries. */
    @GetMapping
    @ForEveryone
    FeedPage feed(
            CurrentUser user,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int size) {
        var entries = feed.after(user.id(), after, size);
        return new FeedPage(entries, feed.heads(List.of(user.id())).getOrDefault(user.id(), 0L));
    }
}
