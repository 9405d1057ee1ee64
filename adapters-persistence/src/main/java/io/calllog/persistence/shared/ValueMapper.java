package io.calllog.persistence.shared;

import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import java.util.UUID;
import java.util.function.Supplier;
import org.mapstruct.Mapper;
import org.mapstruct.Named;

/**
 * Converts domain values to column values and back. An invalid value in a column is a defect, not
 * bad input of the caller, so it causes an {@link IllegalStateException}. Thread-safe.
 */
@Mapper
public interface ValueMapper {

  default OfficerId officerId(UUID value) {
    return new OfficerId(value);
  }

  default UUID uuid(OfficerId id) {
    return id.value();
  }

  default ActorId actorId(UUID value) {
    return new ActorId(value);
  }

  default UUID uuid(ActorId id) {
    return id.value();
  }

  default ClientId clientId(UUID value) {
    return new ClientId(value);
  }

  default UUID uuid(ClientId id) {
    return id.value();
  }

  default CallId callId(UUID value) {
    return new CallId(value);
  }

  default UUID uuid(CallId id) {
    return id.value();
  }

  default Name name(String value) {
    return stored(() -> new Name(value));
  }

  default String text(Name name) {
    return name.value();
  }

  default EmailAddress email(String value) {
    return stored(() -> new EmailAddress(value));
  }

  default String text(EmailAddress email) {
    return email.value();
  }

  /** The form of the address that must be unique. */
  @Named("emailKey")
  default String emailKey(EmailAddress email) {
    return email.key();
  }

  default PhoneNumber phone(String value) {
    return stored(() -> new PhoneNumber(value));
  }

  default String text(PhoneNumber phone) {
    return phone.value();
  }

  default PostalAddress address(String value) {
    return stored(() -> new PostalAddress(value));
  }

  default String text(PostalAddress address) {
    return address.value();
  }

  default ExternalId externalId(String value) {
    return stored(() -> new ExternalId(value));
  }

  default String text(ExternalId id) {
    return id.value();
  }

  default CallInterval interval(int days) {
    return stored(() -> CallInterval.ofDays(days));
  }

  default int days(CallInterval interval) {
    return interval.days();
  }

  default PasswordHash passwordHash(String value) {
    return stored(() -> new PasswordHash(value));
  }

  default String text(PasswordHash hash) {
    return hash.value();
  }

  default CallDuration duration(int seconds) {
    return stored(() -> new CallDuration(seconds));
  }

  default int seconds(CallDuration duration) {
    return duration.seconds();
  }

  default Comment comment(String value) {
    return stored(() -> new Comment(value));
  }

  default String text(Comment comment) {
    return comment.value();
  }

  private static <T> T stored(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidInput e) {
      throw new IllegalStateException("The database contains an invalid value", e);
    }
  }
}
