package dev.warren.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a sentence instead of a stack trace. */
final class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedServersException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedServersException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other process or repair the named cause; or use another folder (warren.data), or servers of your"
                        + " own (spring.datasource.url, warren.redis.url, spring.rabbitmq.host).",
                cause);
    }
}
