package io.calllog.rest.auth;

import io.calllog.application.auth.port.in.Register;
import io.calllog.application.shared.Origin;
import io.calllog.domain.auth.Password;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

record RegisterRequest(
    Name name, EmailAddress email, Password password, @Nullable PhoneNumber phone) {

  Register.Command toCommand(Origin origin) {
    return new Register.Command(name, email, password, phone, origin);
  }
}
