package dev.warren.server.notification;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * One line of an account's feed.
 *
 * @param seq its number, contiguous from 1 within the account
 * @param data JSON, written once and passed on as it is
 */
record FeedEntry(
        @JsonIgnore UUID account,
        long seq,
        String type,
        Instant at,
        @JsonRawValue String data) {

    /** The entry as it is pushed. */
    String json() {
        return "{\"seq\":" + seq + ",\"type\":\"" + type + "\",\"at\":\"" + at + "\",\"data\":" + data + "}";
    }
}
