package dev.warren.server.shared.web;

import java.io.IOException;
import java.io.Serial;

/** The body went on beyond the limit; thrown into whoever reads it. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;
}
