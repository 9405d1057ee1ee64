package io.calllog.rest.shared.binding;

import static io.calllog.rest.shared.binding.FieldType.Kind.BOOLEAN;
import static io.calllog.rest.shared.binding.FieldType.Kind.INTEGER;
import static io.calllog.rest.shared.binding.FieldType.Kind.TEXT;

import io.calllog.domain.auth.Password;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.SearchText;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The types that a field of a body or a query parameter can have. Thread-safe. */
@Component
public class FieldTypes {

  private final Map<Class<?>, FieldType> types = new ConcurrentHashMap<>();

  FieldTypes(PhoneNumberParser phoneNumbers) {
    text(String.class, Function.identity(), false, StringSchema::new);
    text(Name.class, Name::new, true, () -> bounded(Name.MAX_LENGTH));
    text(PostalAddress.class, PostalAddress::new, true, () -> bounded(PostalAddress.MAX_LENGTH));
    text(Comment.class, Comment::new, true, () -> bounded(Comment.MAX_LENGTH));
    text(ExternalId.class, ExternalId::new, true, () -> bounded(ExternalId.MAX_LENGTH));
    text(
        EmailAddress.class,
        EmailAddress::new,
        true,
        () -> bounded(EmailAddress.MAX_LENGTH).example("ada@example.com"));
    text(
        PhoneNumber.class,
        phoneNumbers::parse,
        true,
        () -> bounded(PhoneNumberParser.MAX_LENGTH).example("+442079460958"));
    text(
        Region.class,
        Region::new,
        false,
        () -> new StringSchema().maxLength(Region.MAX_LENGTH).example("EMEA/UK/London"));
    text(Password.class, Password::new, false, FieldTypes::passwordSchema);
    text(SearchText.class, SearchText::new, true, () -> bounded(SearchText.MAX_LENGTH));
    text(Instant.class, TextValues::instant, false, () -> format("date-time"));
    text(LocalDate.class, TextValues::day, false, () -> format("date"));
    text(UUID.class, TextValues::uuid, false, () -> format("uuid"));
    text(OfficerId.class, t -> new OfficerId(TextValues.uuid(t)), false, () -> format("uuid"));
    text(ClientId.class, t -> new ClientId(TextValues.uuid(t)), false, () -> format("uuid"));
    text(CallId.class, t -> new CallId(TextValues.uuid(t)), false, () -> format("uuid"));
    integer(CallDuration.class, CallDuration::new, 0, CallDuration.MAX_SECONDS);
    integer(PageLimit.class, PageLimit::new, 1, PageLimit.MAX);
    types.put(
        Boolean.class, new FieldType(BOOLEAN, Function.identity(), false, BooleanSchema::new));
  }

  /** The type of a field, if fields can have it. */
  public Optional<FieldType> find(Class<?> type) {
    return type.isEnum()
        ? Optional.of(types.computeIfAbsent(type, FieldTypes::enumeration))
        : Optional.ofNullable(types.get(type));
  }

  /** The type of a field of a request; one that is not known here is a bug. */
  FieldType get(Class<?> type) {
    return find(type)
        .orElseThrow(() -> new IllegalStateException("No field can be a " + type.getName()));
  }

  private <T> void text(
      Class<T> type,
      Function<String, T> parse,
      boolean blankMeansNone,
      Supplier<Schema<?>> schema) {
    types.put(type, new FieldType(TEXT, raw -> parse.apply((String) raw), blankMeansNone, schema));
  }

  private <T> void integer(Class<T> type, Function<Integer, T> parse, int minimum, int maximum) {
    Supplier<Schema<?>> schema =
        () ->
            new IntegerSchema()
                .format(null)
                .minimum(BigDecimal.valueOf(minimum))
                .maximum(BigDecimal.valueOf(maximum));
    types.put(type, new FieldType(INTEGER, raw -> parse.apply((Integer) raw), false, schema));
  }

  private static FieldType enumeration(Class<?> type) {
    String allowed = names(type).collect(Collectors.joining(", "));
    return new FieldType(
        TEXT,
        raw ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> wireName(constant).equals(raw))
                .findFirst()
                .orElseThrow(() ->
                    new InvalidInput(
                        type.getSimpleName(), "unknown-value", "must be one of " + allowed)),
        false,
        () -> {
          var schema = new StringSchema();
          names(type).forEach(schema::addEnumItem);
          return schema;
        });
  }

  private static java.util.stream.Stream<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(FieldTypes::wireName);
  }

  private static String wireName(Object constant) {
    return constant instanceof WireName named ? named.wireName() : ((Enum<?>) constant).name();
  }

  private static Schema<?> bounded(int maximum) {
    return new StringSchema().minLength(1).maxLength(maximum);
  }

  private static Schema<?> format(String format) {
    return new StringSchema().format(format);
  }

  private static Schema<?> passwordSchema() {
    return new StringSchema()
        .format("password")
        .description(
            "%d to %d bytes of UTF-8; not the name, not the e-mail, not a common one"
                .formatted(Password.MIN_BYTES, Password.MAX_BYTES));
  }
}
