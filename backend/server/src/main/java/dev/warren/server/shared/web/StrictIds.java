package dev.warren.server.shared.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes only whole UUIDs in addresses; {@link UUID#fromString} also takes {@code 1-1-1-1-1}. An editor and not a
 * converter, because Spring falls back to its own editor when a converter refuses.
 */
@ControllerAdvice
class StrictIds {

    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @InitBinder
    void bindIds(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(String text) {
                if (!FORM.matcher(text).matches()) {
                    throw new IllegalArgumentException("not a UUID");
                }
                setValue(UUID.fromString(text));
            }
        });
    }
}
