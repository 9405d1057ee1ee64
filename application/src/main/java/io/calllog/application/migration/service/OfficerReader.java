package io.calllog.application.migration.service;

import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.domain.call.Call;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of Node's officers. */
final class OfficerReader {

  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

  private final OfficerRepository officers;
  private final PhoneNumbers numbers;

  OfficerReader(OfficerRepository officers, PhoneNumbers numbers) {
    this.officers = officers;
    this.numbers = numbers;
  }

  /** An officer as Node has it. The role is {@code OFFICER}, because Node has none. */
  record Imported(
      OfficerId id,
      OfficerDetails details,
      PasswordHash password,
      Instant createdAt,
      Instant updatedAt) {

    /** Returns the details with what only this application knows about an officer. */
    OfficerDetails merged(OfficerDetails here) {
      return new OfficerDetails(
          details.name(),
          details.email(),
          details.phone(),
          details.region(),
          here.leads(),
          here.role(),
          here.isActiveAdmin() ? here.status() : details.status());
    }
  }

  /** Reads a row. An officer without an acceptable address gets one, and cannot sign in. */
  Imported read(OfficerId id, NodeOfficer raw, RegionPath region, NodeRow row, Instant now) {
    EmailAddress email = freeEmail(id, raw.email(), row);
    OfficerStatus status =
        row.choice(
            "status",
            raw.status(),
            OfficerStatus.values(),
            OfficerStatus.ACTIVE,
            OfficerStatus.INACTIVE);
    var details =
        new OfficerDetails(
            name(raw, row),
            email == null ? placeholder(id) : email,
            phone(raw, email, row),
            region,
            List.of(),
            Role.OFFICER,
            email == null ? OfficerStatus.INACTIVE : status);
    return new Imported(
        id,
        details,
        password(raw.password(), row),
        NodeRow.created(raw.createdAt(), raw.updatedAt(), Call.EARLIEST_START, now),
        NodeRow.updated(raw.createdAt(), raw.updatedAt(), Call.EARLIEST_START, now));
  }

  /** Returns an address that gets no mail. */
  static EmailAddress placeholder(OfficerId id) {
    return new EmailAddress(id + "@node.invalid");
  }

  private static Name name(NodeOfficer raw, NodeRow row) {
    Name name = row.text("name", raw.name(), Name.MAX_LENGTH, Name::new);
    return name == null ? new Name("Unnamed") : name;
  }

  private @Nullable EmailAddress freeEmail(OfficerId id, @Nullable String raw, NodeRow row) {
    EmailAddress email = row.text("email", raw, EmailAddress.MAX_LENGTH, EmailAddress::new);
    if (email == null) {
      row.leaveOut("email", "is missing or malformed; the officer cannot sign in", raw);
      return null;
    }
    boolean taken = officers.findByEmail(email).filter(other -> !other.id().equals(id)).isPresent();
    if (taken) {
      row.leaveOut("email", "is the address of another officer; the officer cannot sign in", raw);
    }
    return taken ? null : email;
  }

  private @Nullable PhoneNumber phone(NodeOfficer raw, @Nullable EmailAddress email, NodeRow row) {
    ContactInfo contact = ContactInfo.of(raw.contactInfo(), numbers);
    EmailAddress other = contact.email();
    boolean sameEmail = other == null || (email != null && other.key().equals(email.key()));
    if (!sameEmail || !contact.rest().isEmpty()) {
      row.leaveOut("contactInfo", "contains more than a phone number", raw.contactInfo());
    }
    return contact.phone();
  }

  private static PasswordHash password(@Nullable String raw, NodeRow row) {
    if (raw != null && BCRYPT.matcher(raw).matches()) {
      return new PasswordHash(raw);
    }
    row.leaveOut("password", "is no bcrypt hash; reset the password", null);
    return PasswordHash.NONE;
  }
}
