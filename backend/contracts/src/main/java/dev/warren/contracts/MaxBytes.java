package dev.warren.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;

import tools.jackson.databind.JsonNode;

/**
 * The schema keyword {@code x-maxBytes}: how long a value may be when it is written as JSON without blanks. Other
 * validators take it for an annotation.
 */
final class MaxBytes extends AbstractKeyword {

    MaxBytes() {
        super("x-maxBytes");
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode limit, Schema parent, SchemaContext context) {
        return new Validator(this, limit, location, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {

        private final int limit;

        Validator(Keyword keyword, JsonNode limit, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, limit, location, parent, context);
            this.limit = limit.intValue();
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath path) {
            if (value.toString().getBytes(UTF_8).length > limit) {
                execution.addError(error().instanceNode(value)
                        .instanceLocation(path)
                        .evaluationPath(execution.getEvaluationPath())
                        .message("must be at most {0} bytes of JSON")
                        .arguments(limit)
                        .build());
            }
        }
    }
}
