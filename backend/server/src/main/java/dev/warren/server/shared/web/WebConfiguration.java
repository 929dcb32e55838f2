package dev.warren.server.shared.web;

import java.lang.annotation.ElementType;
import java.time.Clock;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/** Takes every input literally: no guessing at types, no unknown parameters. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters());
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    ValidationConfigurationCustomizer validation(Clock clock) {
        return validation -> validation.clockProvider(() -> clock).traversableResolver(new WholeRequests());
    }

    /** Requests have no lazy parts; to ask JPA about each field took half the time of validating a batch. */
    private static final class WholeRequests implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object bean, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object bean, Path.Node property, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
