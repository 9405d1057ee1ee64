package io.calllog.rest.client;

import io.calllog.domain.client.Phone;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phone in the body of a request. The number may be typed with an extension. */
record PhoneRequest(Phone number, @Nullable String extension, @Nullable Name label) {

  /** Throws {@link InvalidInput} if the extension is malformed or not the one in the number. */
  PhoneRequest {
    extension = extension == null || TextRules.isBlank(extension) ? null : extension;
    if (extension != null && number.extension() != null && !extension.equals(number.extension())) {
      throw new InvalidInput("extension", "ambiguous", "must be the one in the number");
    }
    number = new Phone(number.number(), extension == null ? number.extension() : extension, label);
  }

  static @Nullable List<Phone> phones(@Nullable List<PhoneRequest> requests) {
    return requests == null ? null : requests.stream().map(PhoneRequest::number).toList();
  }
}
