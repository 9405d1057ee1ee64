package io.calllog.rest.shared.binding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.calllog.application.shared.SearchText;
import io.calllog.domain.shared.InvalidInput;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, in their order. */
final class QuerySource implements RecordBinder.Source {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

  private static final Pattern SPACE_BEFORE_NUMBER = Pattern.compile("(?i)^(tel:)? ");

  private static final int MAX_INTEGER_LENGTH = 9;

  private final Map<String, List<@Nullable Object>> parameters = new LinkedHashMap<>();

  /**
   * Reads a query string.
   *
   * @param query the encoded query without the question mark; null if there is none
   * @throws InvalidInput if a percent-encoding is invalid or not UTF-8
   */
  QuerySource(@Nullable String query) {
    if (query == null) {
      return;
    }
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "query");
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), name);
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
  }

  /** {@link URLDecoder} would replace bytes that are not UTF-8, so it decodes bytes only. */
  private static String decoded(String text, String field) {
    try {
      byte[] bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException _) {
      throw new InvalidInput(field, "malformed", "has an invalid percent-encoding");
    } catch (CharacterCodingException _) {
      throw new InvalidInput(field, "malformed", "is not UTF-8");
    }
  }

  /** In a query, a plus sign that is not encoded is a space. */
  private static String withPlus(String phone) {
    return SPACE_BEFORE_NUMBER.matcher(phone).replaceFirst("$1+");
  }

  @Override
  public Set<String> names() {
    return parameters.keySet();
  }

  @Override
  public List<@Nullable Object> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  @Override
  public String path(String name) {
    return name;
  }

  /** Without the value, a list would have everything. */
  @Override
  public boolean blankMeansNone(Class<?> type) {
    return type == SearchText.class;
  }

  @Override
  public Object read(Object raw, FieldType.Kind kind, String name) {
    String text = (String) raw;
    return switch (kind) {
      case TEXT -> name.equals("phone") ? withPlus(text) : text;
      case BOOLEAN ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput(List.of(kind.violation(name)));
          };
      case INTEGER -> {
        if (!INTEGER.matcher(text).matches()) {
          throw new InvalidInput(List.of(kind.violation(name)));
        }
        if (text.length() > MAX_INTEGER_LENGTH) {
          throw new InvalidInput(name, "out-of-range", "is out of range");
        }
        yield Integer.valueOf(text);
      }
    };
  }
}
