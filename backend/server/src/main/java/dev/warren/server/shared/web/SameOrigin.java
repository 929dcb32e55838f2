package dev.warren.server.shared.web;

import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import lombok.extern.slf4j.Slf4j;

/** Whether a request comes from Warren's own pages, or from no page at all; what a foreign page sends is refused. */
@Slf4j
public final class SameOrigin {

    private SameOrigin() {}

    /**
     * Judges by {@code Sec-Fetch-Site} and {@code Origin}, each only where it was sent. The scheme is left out of the
     * comparison: TLS may end at a proxy.
     */
    public static boolean holds(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = request.getHeader("Origin");
        var host = request.getHeader("Host");
        return origin == null || (host != null && authority(origin).equals(host.toLowerCase(Locale.ROOT)));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            log.debug("Not an origin: {}", e.getMessage());
            return "";
        }
    }
}
