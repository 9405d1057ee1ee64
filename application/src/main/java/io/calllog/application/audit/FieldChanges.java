package io.calllog.application.audit;

import io.calllog.application.shared.Sha256;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.TextRules;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two snapshots field by field; of something new, each field that was given. */
public final class FieldChanges {

  private FieldChanges() {}

  /**
   * What changed about an officer.
   *
   * @param from as they were; null for somebody new
   */
  public static List<FieldChange> between(@Nullable OfficerDetails from, OfficerDetails to) {
    var fields = new Fields<>(from, to);
    return changed(
        fields.personal("name", d -> text(d.name())),
        fields.personal("email", d -> d.email().value()),
        fields.personal("phone", d -> text(d.phone())),
        fields.of("region", d -> d.region().path()),
        fields.of("role", OfficerDetails::role),
        fields.of("status", OfficerDetails::status));
  }

  /**
   * What changed about a client.
   *
   * @param from as it was; null for a new one
   */
  public static List<FieldChange> between(@Nullable ClientDetails from, ClientDetails to) {
    var fields = new Fields<>(from, to);
    return changed(
        fields.personal("name", d -> text(d.name())),
        fields.personal("company", d -> text(d.company())),
        fields.personal("phone", d -> text(d.phone())),
        fields.personal("email", d -> text(d.email())),
        fields.personal("address", d -> text(d.address())),
        fields.of("region", d -> d.region().path()),
        fields.of("status", ClientDetails::status),
        fields.of("ownerId", ClientDetails::ownerId));
  }

  /** What changed about a call. */
  public static List<FieldChange> between(CallFacts from, CallFacts to) {
    var fields = new Fields<>(from, to);
    return changed(
        fields.of("clientId", CallFacts::clientId),
        fields.of("type", CallFacts::type),
        fields.of("outcome", CallFacts::outcome),
        fields.of("durationSeconds", f -> f.duration().seconds()),
        fields.of("startedAt", CallFacts::startedAt),
        fields.personal("comment", f -> text(f.comment())));
  }

  /**
   * An e-mail address that nobody has and somebody tried to sign in with, as its SHA-256: attempts
   * with one address are recognised, and what was typed (be it a password, in the wrong field) is
   * not kept.
   */
  public static FieldChange emailHash(String typed) {
    return FieldChange.of("emailHash", null, Sha256.hex(key(typed)));
  }

  private static String key(String typed) {
    try {
      return new EmailAddress(typed).key();
    } catch (InvalidInput _) {
      return TextRules.composed(TextRules.trimmed(typed), EmailAddress.MAX_LENGTH)
          .toLowerCase(Locale.ROOT);
    }
  }

  private static List<FieldChange> changed(FieldChange... fields) {
    return Stream.of(fields).filter(FieldChange::changes).toList();
  }

  private static @Nullable String text(@Nullable Record value) {
    return switch (value) {
      case null -> null;
      case Name name -> name.value();
      case PhoneNumber phone -> phone.value();
      case EmailAddress email -> email.value();
      case PostalAddress address -> address.value();
      case Comment comment -> comment.value();
      default -> value.toString();
    };
  }

  private record Fields<T>(@Nullable T before, T after) {

    FieldChange of(String field, Function<T, @Nullable Object> value) {
      return FieldChange.of(field, before == null ? null : value.apply(before), value.apply(after));
    }

    FieldChange personal(String field, Function<T, @Nullable Object> value) {
      return FieldChange.personal(
          field, before == null ? null : value.apply(before), value.apply(after));
    }
  }
}
