package dev.warren.server.shared.web;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.warren.server.shared.Violation;

/** RFC 9457 problem details, as they go over the wire. */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Violation> errors,
        @JsonAnyGetter Map<String, Object> properties) {}
