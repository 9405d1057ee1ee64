package io.calllog.application.migration.service;

import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first phone number and the first e-mail address in a free text.
 *
 * @param rest the other parts, in order
 */
record ContactInfo(@Nullable PhoneNumber phone, @Nullable EmailAddress email, List<String> rest) {

  /** Quotation marks and brackets of JSON, which some rows contain. */
  private static final Pattern JSON = Pattern.compile("[\\[\\]{}\"]");

  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;|\\r\\n]\\s*|\\s+/\\s+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^(mailto|e-?mail|mail|telephone|tel|phone|mobile|mob|cell|office|work|home|contact)"
              + "(\\s*(no|nr|number))?(\\s*[.:]+\\s*|\\s+)");

  ContactInfo {
    rest = List.copyOf(rest);
  }

  /** Takes a text apart. */
  static ContactInfo of(@Nullable String text, PhoneNumbers numbers) {
    if (text == null) {
      return new ContactInfo(null, null, List.of());
    }
    boolean json = text.strip().startsWith("{") || text.strip().startsWith("[");
    var found = new Found(numbers);
    SEPARATOR
        .splitAsStream(json ? JSON.matcher(text).replaceAll(" ") : text)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .forEach(found::add);
    return new ContactInfo(found.phone, found.email, found.rest);
  }

  private static final class Found {

    private final PhoneNumbers numbers;
    private final List<String> rest = new ArrayList<>();
    private @Nullable PhoneNumber phone;
    private @Nullable EmailAddress email;

    Found(PhoneNumbers numbers) {
      this.numbers = numbers;
    }

    void add(String part) {
      if (take(part)) {
        return;
      }
      // An e-mail address can stand beside a phone number without a separator.
      List<String> others = new ArrayList<>();
      for (String word : SPACE.splitAsStream(part).toList()) {
        if (!word.contains("@") || !takeEmail(word)) {
          others.add(word);
        }
      }
      String left = String.join(" ", others);
      if (!left.isEmpty() && (left.equals(part) || !take(left))) {
        rest.add(left);
      }
    }

    private boolean take(String part) {
      String value = LABEL.matcher(part).replaceFirst("").strip();
      return value.contains("@") ? takeEmail(value) : takePhone(value);
    }

    private boolean takePhone(String value) {
      Optional<PhoneNumber> number = phone == null ? numbers.find(value) : Optional.empty();
      number.ifPresent(known -> phone = known);
      return number.isPresent();
    }

    private boolean takeEmail(String value) {
      if (email != null) {
        return false;
      }
      try {
        email = new EmailAddress(value.replaceAll("^[<(]|[>).]$", ""));
        return true;
      } catch (InvalidInput _) {
        return false;
      }
    }
  }
}
