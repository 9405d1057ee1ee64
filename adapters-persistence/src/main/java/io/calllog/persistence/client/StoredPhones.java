package io.calllog.persistence.client;

import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.Phone;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phones of a client in two columns: {@code phone} is the number of the first one, {@code
 * phones} are all as text. A node of the previous release, or plain SQL, changes only {@code
 * phone}.
 */
final class StoredPhones {

  private StoredPhones() {}

  /** Reads the phones. The first one of {@code phones} counts if it has the number. */
  static List<Phone> read(@Nullable String phone, @Nullable List<String> phones) {
    if (phone == null) {
      return List.of();
    }
    try {
      List<Phone> stored = phones == null ? List.of() : phones.stream().map(Phone::parse).toList();
      return Phone.combined(Phone.of(new PhoneNumber(phone)), null, stored);
    } catch (InvalidInput e) {
      throw new IllegalStateException("The database contains an invalid phone", e);
    }
  }

  static @Nullable String first(ClientDetails details) {
    PhoneNumber number = details.phone();
    return number == null ? null : number.value();
  }

  static List<String> write(List<Phone> phones) {
    return phones.stream().map(Phone::toString).toList();
  }
}
