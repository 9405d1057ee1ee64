package io.calllog.rest.shared.binding;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.problem.MalformedRequest;
import io.calllog.rest.shared.problem.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a request into a record or a {@link Patch}. {@link RequestHeadCheck} has
 * checked its media type and its {@code Content-Length}. Writes the records of responses with a
 * {@code Content-Length}: Spring's converter would send them in two parts.
 */
@Component
class JsonBodyConverter extends AbstractSmartHttpMessageConverter<Object> {

  private static final int MAX_BYTES = 1024 * 1024;

  /** Some editors and tools of Windows write it before a text in UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final MediaType MERGE_PATCH =
      MediaType.valueOf("application/merge-patch+json"); // RFC 7396

  private final RecordBinder binder;
  private final JsonMapper mapper;

  JsonBodyConverter(RecordBinder binder, JsonMapper mapper) {
    super(MediaType.APPLICATION_JSON, MERGE_PATCH);
    this.binder = binder;
    this.mapper = mapper;
  }

  /** The media types of bodies of this type, the preferred one first. */
  static List<MediaType> mediaTypes(Class<?> type) {
    return type == Patch.class
        ? List.of(MERGE_PATCH, MediaType.APPLICATION_JSON)
        : List.of(MediaType.APPLICATION_JSON);
  }

  /** The maximum number of bytes of the body that a parameter receives. */
  static int maxBytes(MethodParameter body) {
    MaxBytes larger = body.getParameterAnnotation(MaxBytes.class);
    return larger == null ? MAX_BYTES : larger.value();
  }

  private static int maxBytes(ResolvableType type) {
    return type.getSource() instanceof MethodParameter body ? maxBytes(body) : MAX_BYTES;
  }

  /** Reads request records and patches, whatever the {@code Content-Type}. */
  @Override
  public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
    Class<?> raw = type.toClass();
    return raw == Patch.class || raw.isRecord();
  }

  @Override
  public boolean canWrite(ResolvableType type, Class<?> clazz, @Nullable MediaType mediaType) {
    return clazz.isRecord()
        && (mediaType == null || MediaType.APPLICATION_JSON.includes(mediaType));
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
      throws IOException {
    List<ProblemError> errors = new ArrayList<>(errorsInQuery(type));
    try {
      Object value = bind(type, JsonSource.read(mapper, text(message, maxBytes(type))));
      if (errors.isEmpty()) {
        return value;
      }
    } catch (InvalidInput e) {
      e.violations().stream().map(ProblemError::inBody).forEach(errors::add);
    } catch (JacksonException e) {
      throw MalformedRequest.notJson(position(e.getLocation()));
    }
    throw MalformedRequest.invalid(errors);
  }

  /**
   * The errors in the query, so that they are reported together with those of the body. A record of
   * query parameters is bound again afterwards.
   */
  private List<ProblemError> errorsInQuery(ResolvableType type) {
    Parameter[] parameters =
        type.getSource() instanceof MethodParameter body
            ? body.getExecutable().getParameters()
            : new Parameter[0];
    Optional<Parameter> query =
        Arrays.stream(parameters)
            .filter(parameter -> parameter.isAnnotationPresent(QueryParameters.class))
            .findFirst();
    if (query.isEmpty()) {
      return RequestHeadCheck.unknownParameters(currentRequest());
    }
    try {
      binder.bind(
          query.get().getType().asSubclass(Record.class),
          new QuerySource(currentRequest().getQueryString()));
      return List.of();
    } catch (InvalidInput e) {
      return e.violations().stream().map(ProblemError::inParameter).toList();
    }
  }

  @Override
  protected void writeInternal(
      Object value,
      ResolvableType type,
      HttpOutputMessage message,
      @Nullable Map<String, Object> hints)
      throws IOException {
    byte[] json = mapper.writeValueAsBytes(value);
    message.getHeaders().setContentLength(json.length);
    message.getBody().write(json);
  }

  private Object bind(ResolvableType type, JsonSource source) {
    Set<String> readOnly = readOnly(type);
    return type.toClass() == Patch.class
        ? binder.bindPatch(type.getGeneric(0).toClass().asSubclass(Record.class), source, readOnly)
        : binder.bind(type.toClass().asSubclass(Record.class), source, readOnly);
  }

  private static Set<String> readOnly(ResolvableType type) {
    EditedFrom edited =
        type.getSource() instanceof MethodParameter parameter
            ? parameter.getParameterAnnotation(EditedFrom.class)
            : null;
    return edited == null ? Set.of() : RecordFields.propertiesOf(edited.value());
  }

  private static HttpServletRequest currentRequest() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }

  private static String text(HttpInputMessage message, int maxBytes) throws IOException {
    byte[] bytes = message.getBody().readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw MalformedRequest.tooLarge(maxBytes);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw MalformedRequest.notJson("is not UTF-8");
    }
  }

  private static String position(@Nullable TokenStreamLocation location) {
    return location == null
        ? "is not well-formed JSON"
        : "is not well-formed JSON at line %s, column %s"
            .formatted(location.getLineNr(), location.getColumnNr());
  }
}
