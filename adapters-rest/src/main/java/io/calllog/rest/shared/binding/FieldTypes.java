package io.calllog.rest.shared.binding;

import static io.calllog.rest.shared.binding.FieldType.Kind.BOOLEAN;
import static io.calllog.rest.shared.binding.FieldType.Kind.INTEGER;
import static io.calllog.rest.shared.binding.FieldType.Kind.TEXT;

import io.calllog.application.shared.SearchText;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.auth.Password;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.Phone;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.ChangeKinds;
import io.calllog.rest.shared.ChangesLimit;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.SummaryParts;
import io.calllog.rest.shared.TimeBound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The types that a field of a body or a query parameter can have. Thread-safe. */
@Component
class FieldTypes {

  private final Map<Class<?>, FieldType> types = new ConcurrentHashMap<>();

  FieldTypes(PhoneNumberParser phoneNumbers, ReportingZone zone) {
    text(String.class, Function.identity(), false);
    text(Name.class, Name::new, true);
    text(PostalAddress.class, PostalAddress::new, true);
    text(Comment.class, Comment::new, true);
    text(ExternalId.class, ExternalId::new, true);
    text(EmailAddress.class, EmailAddress::new, true);
    text(PhoneNumber.class, phoneNumbers::parse, true);
    text(Phone.class, phoneNumbers::parsePhone, true);
    text(CallInterval.class, CallInterval::parse, true);
    text(RegionPath.class, RegionPath::new, false);
    text(Password.class, Password::new, false);
    text(SearchText.class, t -> new SearchText(t, phoneNumbers.find(t).orElse(null)), true);
    text(Instant.class, TextValues::instant, false);
    text(TimeBound.class, t -> new TimeBound(TextValues.timeOrDay(t, zone.id())), false);
    text(LocalDate.class, TextValues::day, false);
    text(UUID.class, TextValues::uuid, false);
    text(ActorId.class, t -> new ActorId(TextValues.uuid(t)), false);
    text(OfficerId.class, t -> new OfficerId(TextValues.uuid(t)), false);
    text(ClientId.class, t -> new ClientId(TextValues.uuid(t)), false);
    text(FollowUpId.class, t -> new FollowUpId(TextValues.uuid(t)), false);
    text(ChangeKinds.class, ChangeKinds::parse, false);
    text(SummaryParts.class, SummaryParts::parse, false);
    text(CallId.class, t -> new CallId(TextValues.uuid(t)), false);
    integer(CallDuration.class, CallDuration::new);
    integer(RequestsPerMinute.class, RequestsPerMinute::new);
    integer(PerDay.class, PerDay::new);
    integer(PageLimit.class, PageLimit::new);
    integer(ChangesLimit.class, ChangesLimit::new);
    types.put(Boolean.class, new FieldType(BOOLEAN, Function.identity(), false));
  }

  /** The type of a field, if fields can have it. */
  Optional<FieldType> find(Class<?> type) {
    return type.isEnum()
        ? Optional.of(types.computeIfAbsent(type, FieldTypes::enumeration))
        : Optional.ofNullable(types.get(type));
  }

  /**
   * The type of a field.
   *
   * @throws IllegalStateException if fields cannot have it
   */
  FieldType get(Class<?> type) {
    return find(type)
        .orElseThrow(() -> new IllegalStateException("No field can be a " + type.getName()));
  }

  private <T> void text(Class<T> type, Function<String, T> parse, boolean blankMeansNone) {
    types.put(type, new FieldType(TEXT, raw -> parse.apply((String) raw), blankMeansNone));
  }

  private <T> void integer(Class<T> type, Function<Integer, T> parse) {
    types.put(type, new FieldType(INTEGER, raw -> parse.apply((Integer) raw), false));
  }

  private static FieldType enumeration(Class<?> type) {
    String allowed = String.join(", ", values(type));
    return new FieldType(
        TEXT,
        raw ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(raw))
                .findFirst()
                .orElseThrow(() ->
                    new InvalidInput(
                        type.getSimpleName(), "unknown-value", "must be one of " + allowed)),
        false);
  }

  /** The values of an enumeration as they are written in requests. */
  static List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }
}
