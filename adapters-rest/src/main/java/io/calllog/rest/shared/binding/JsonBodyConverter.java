package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.binding.RecordBinder.Bound;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a request into its record. {@link RequestHeadCheck} has checked its media type
 * and its {@code Content-Length}.
 */
@Component
class JsonBodyConverter implements HttpMessageConverter<Object> {

  /** The maximum size of a body. */
  static final int MAX_BYTES = 1024 * 1024;

  private static final String OUR_PACKAGES = "io.calllog.rest.";

  private final RecordBinder binder;
  private final JsonMapper mapper;

  JsonBodyConverter(RecordBinder binder, JsonMapper mapper) {
    this.binder = binder;
    this.mapper = mapper;
  }

  /** Reads all request records, whatever the {@code Content-Type}. */
  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type.isRecord() && type.getPackageName().startsWith(OUR_PACKAGES);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON, RecordFields.MERGE_PATCH);
  }

  @Override
  public Object read(Class<? extends Object> type, HttpInputMessage message) throws IOException {
    List<ProblemError> errors =
        new ArrayList<>(RequestHeadCheck.unknownParameters(currentRequest()));
    Object value = null;
    try {
      Bound<?> bound = binder.bind(type, JsonSource.read(mapper, text(message)));
      value = bound.value();
      bound.violations().stream().map(ProblemError::inBody).forEach(errors::add);
    } catch (InvalidInput e) {
      e.violations().stream().map(ProblemError::inBody).forEach(errors::add);
    } catch (JacksonException e) {
      throw MalformedRequest.notJson(position(e.getLocation()));
    }
    if (value == null || !errors.isEmpty()) {
      throw MalformedRequest.invalid(errors);
    }
    return value;
  }

  @Override
  public void write(Object value, @Nullable MediaType mediaType, HttpOutputMessage message) {
    throw new IllegalStateException("Reads only");
  }

  private static HttpServletRequest currentRequest() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }

  private static String text(HttpInputMessage message) throws IOException {
    byte[] bytes = message.getBody().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw MalformedRequest.tooLarge(MAX_BYTES);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw MalformedRequest.notJson("is not UTF-8");
    }
  }

  private static String position(@Nullable TokenStreamLocation location) {
    return location == null
        ? "is not well-formed JSON"
        : "is not well-formed JSON at line %d, column %d"
            .formatted(location.getLineNr(), location.getColumnNr());
  }
}
