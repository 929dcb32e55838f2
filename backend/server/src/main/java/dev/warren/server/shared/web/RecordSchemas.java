package dev.warren.server.shared.web;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.type.TypeFactory;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;

/**
 * What a record always has is required in the OpenAPI document, what may be missing may be null there: the types that
 * clients generate from it are as exact as the Java code.
 */
@Component
class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var java = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && java.isRecord()) {
            describe(java, schema, context);
        }
        return schema;
    }

    private static void describe(Class<?> java, Schema<?> schema, ModelConverterContext context) {
        var model = schema.get$ref() == null
                ? schema
                : context.getDefinedModels()
                        .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        for (var component : java.getRecordComponents()) {
            if (model.getProperties().containsKey(component.getName())) {
                describe(component, model);
            }
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // properties are raw in this library
    private static void describe(RecordComponent component, Schema<?> model) {
        Map<String, Schema> properties = model.getProperties();
        var name = component.getName();
        if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            properties.put(name, new Schema<>().types(Set.of("object")).additionalProperties(new Schema<>()));
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            properties.computeIfPresent(name, (key, schema) -> nullable(schema));
        } else if (model.getRequired() == null || !model.getRequired().contains(name)) {
            model.addRequiredItem(name);
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as above
    private static Schema<?> nullable(Schema<?> schema) {
        var nothing = new Schema<>().types(Set.of("null"));
        if (schema.getOneOf() != null) {
            return schema;
        }
        if (schema.get$ref() != null || schema.getTypes() == null || schema.getEnum() != null) {
            return new Schema<>().oneOf(List.of((Schema) schema, nothing));
        }
        schema.addType("null");
        return schema;
    }
}
