package io.calllog.application.shared.port.out;

import io.calllog.domain.shared.PhoneNumber;
import java.util.Optional;

/** Reads phone numbers in any common notation. Thread-safe. */
public interface PhoneNumbers {

  /** Returns the phone number; empty if the text is not a complete phone number. */
  Optional<PhoneNumber> find(String typed);
}
