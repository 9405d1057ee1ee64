package io.calllog.domain.client;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a client by telephone.
 *
 * @param extension 1 to 20 digits that are dialled after the call is answered
 * @param label what the number is, such as {@code Reception}
 */
public record Phone(PhoneNumber number, @Nullable String extension, @Nullable Name label) {

  /** The maximum number of phones of a client. */
  public static final int MAX_PHONES = 10;

  private static final Pattern EXTENSION = Pattern.compile("[0-9]{1,20}");
  private static final Pattern TEXT =
      Pattern.compile("(\\+[0-9]+)(?: ext\\. ([0-9]+))?(?:, (.+))?");

  /** Throws {@link InvalidInput} if the extension does not consist of 1 to 20 digits. */
  public Phone {
    if (extension != null && !EXTENSION.matcher(extension).matches()) {
      throw new InvalidInput("extension", "malformed", "must be 1 to 20 digits");
    }
  }

  /** Creates a phone without an extension and a label. */
  public static Phone of(PhoneNumber number) {
    return new Phone(number, null, null);
  }

  /**
   * Reads what {@link #toString} returns.
   *
   * @throws InvalidInput if it is something else
   */
  public static Phone parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInput("phone", "malformed", "must be a phone as text");
    }
    String label = matcher.group(3);
    return new Phone(
        new PhoneNumber(matcher.group(1)),
        matcher.group(2),
        label == null ? null : new Name(label));
  }

  /** Returns a copy of the phones. Throws {@link InvalidInput} if there are more than 10. */
  public static <T> List<T> few(List<T> phones) {
    if (phones.size() > MAX_PHONES) {
      throw new InvalidInput("phones", "too-many", "must have at most 10 phones");
    }
    return List.copyOf(phones);
  }

  /**
   * Returns the phones that a request means which may name the first phone, all of them, or both.
   * If they do not fit, the one that differs from the current phones counts.
   *
   * @param first null for none; without an extension, it also stands for a phone with one
   * @param all null if the request does not name them: the others stay, unless there is no first
   * @throws InvalidInput {@code ambiguous} if both differ from the current phones and do not fit
   */
  public static List<Phone> combined(
      @Nullable Phone first, @Nullable List<Phone> all, List<Phone> current) {
    if (all == null) {
      return first == null ? List.of() : withFirst(first, current);
    }
    if (first == null || isFirst(first, all)) {
      return all;
    }
    if (all.equals(current)) {
      return withFirst(first, current);
    }
    if (isFirst(first, current)) {
      return all;
    }
    throw new InvalidInput("phone", "ambiguous", "must be the first of phones, or left out");
  }

  private static List<Phone> withFirst(Phone first, List<Phone> current) {
    return isFirst(first, current)
        ? current
        : Stream.concat(
                Stream.of(first), current.stream().skip(1).filter(other -> !other.equals(first)))
            .toList();
  }

  private static boolean isFirst(Phone phone, List<Phone> phones) {
    return !phones.isEmpty()
        && phone.number().equals(phones.getFirst().number())
        && (phone.extension() == null || phone.extension().equals(phones.getFirst().extension()));
  }

  /** Returns the phone as text, such as {@code +442079460958 ext. 12, Reception}. */
  @Override
  public String toString() {
    return number.value()
        + (extension == null ? "" : " ext. " + extension)
        + (label == null ? "" : ", " + label.value());
  }
}
