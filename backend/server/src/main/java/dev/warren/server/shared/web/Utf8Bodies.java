package dev.warren.server.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** JSON is UTF-8 without a byte order mark; the parser alone would also guess at other encodings. */
@ControllerAdvice
class Utf8Bodies extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** Every JSON text begins with an ASCII character; UTF-16 and UTF-32 show a zero in the first two bytes. */
    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var start = input.getBody().readNBytes(2);
        for (var octet : start) {
            if (octet == 0) {
                throw refused();
            }
        }
        if (start.length > 0 && start[0] < 0) {
            throw refused();
        }
        var body = new PushbackInputStream(input.getBody(), 2);
        body.unread(start);
        return new Peeked(body, input.getHeaders());
    }

    private static Problem refused() {
        return new Problem(ProblemCode.MALFORMED_JSON, "The body must be UTF-8 without a byte order mark.");
    }

    private record Peeked(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}
}
