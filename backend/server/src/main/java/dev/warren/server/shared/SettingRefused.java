package dev.warren.server.shared;

import java.io.Serial;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import lombok.Getter;

/** The configuration does not allow a start. Says which keys and what would be right; never repeats a value. */
@Getter
public final class SettingRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    public SettingRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Shows it as a few lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<SettingRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable root, SettingRefused refused) {
            return new FailureAnalysis(refused.getMessage(), refused.getAction(), refused);
        }
    }
}
