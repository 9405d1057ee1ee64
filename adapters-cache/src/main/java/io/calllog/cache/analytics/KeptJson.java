package io.calllog.cache.analytics;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the reports of one view as JSON. Records only, as they are: no type is named in
 * the text, and nothing but the expected one can come of it. What differs from what would have been
 * written is refused. Thread-safe.
 *
 * @param <T> the kind of figures
 */
final class KeptJson<T> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .changeDefaultNullHandling(_ -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .annotationIntrospector(new NullWhereAllowed())
          .build();

  private final ObjectReader reader;
  private final ObjectWriter writer;

  /** Reads and writes this type, and no other. */
  KeptJson(TypeReference<Kept<T>> type) {
    this.reader = JSON.readerFor(type);
    this.writer = JSON.writerFor(type);
  }

  String write(Kept<T> kept) {
    return writer.writeValueAsString(kept);
  }

  /**
   * What was written.
   *
   * @throws JacksonException when this was not
   */
  Kept<T> read(String json) {
    @Nullable Kept<T> kept = reader.readValue(json);
    if (kept == null) {
      throw MismatchedInputException.from(null, Kept.class, "null");
    }
    return kept;
  }

  /** A component of a record may be null if its type says so. */
  private static final class NullWhereAllowed extends JacksonAnnotationIntrospector {

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      return isNullable(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.SET)
          : super.findSetterInfo(config, annotated);
    }

    private static boolean isNullable(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getOwner() instanceof AnnotatedConstructor constructor
          && constructor
              .getAnnotated()
              .getAnnotatedParameterTypes()[parameter.getIndex()]
              .isAnnotationPresent(Nullable.class);
    }
  }
}
