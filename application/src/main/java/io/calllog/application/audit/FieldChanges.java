package io.calllog.application.audit;

import io.calllog.application.shared.FieldText;
import io.calllog.application.shared.Sha256;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.TextRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares two versions of the same record, component by component. Thread-safe. */
public final class FieldChanges {

  private FieldChanges() {}

  /**
   * Returns the components that differ, or all non-null ones if {@code from} is null. Those marked
   * {@link Personal} become personal changes.
   */
  public static <R extends Record> List<FieldChange> between(@Nullable R from, R to) {
    return FieldText.of(to.getClass()).stream()
        .map(field ->
            new FieldChange(
                field.name(),
                from == null ? null : field.read(from),
                field.read(to),
                field.personal()))
        .filter(FieldChange::changes)
        .toList();
  }

  /**
   * Returns the SHA-256 hash of an e-mail address that was used to sign in and belongs to no
   * account. Attempts with the same address can be recognised, but the text itself is not stored:
   * it may be a password typed into the wrong field.
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
}
