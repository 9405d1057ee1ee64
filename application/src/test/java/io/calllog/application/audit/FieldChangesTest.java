package io.calllog.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChangesTest {

  private static final UUID ID = UUID.fromString("01912711-6890-703d-8a9b-2c905be81629");
  private static final OfficerDetails ANNA =
      new OfficerDetails(
          new Name("Anna"),
          new EmailAddress("Anna@example.com"),
          null,
          new RegionPath("EMEA"),
          List.of(),
          Role.OFFICER,
          OfficerStatus.ACTIVE);
  private static final ClientDetails BARE =
      new ClientDetails(
          new Name("Acme"),
          null,
          List.of(),
          null,
          null,
          RegionPath.ROOT,
          ClientStatus.LEAD,
          null,
          null,
          null);
  private static final CallFacts FACTS =
      new CallFacts(
          null,
          CallType.INCOMING,
          CallOutcome.BUSY,
          new CallDuration(0),
          Instant.parse("2026-03-10T09:15:30.123Z"),
          new Comment("One"),
          null,
          null);

  @Test
  void equal_records_have_no_changes() {
    assertThat(FieldChanges.between(ANNA, ANNA)).isEmpty();
    assertThat(FieldChanges.between(BARE, BARE)).isEmpty();
    assertThat(FieldChanges.between(FACTS, FACTS)).isEmpty();
  }

  @Test
  void a_new_record_has_a_change_for_each_non_null_field() {
    assertThat(FieldChanges.between(null, ANNA))
        .containsExactly(
            new FieldChange("name", null, "Anna", true),
            new FieldChange("email", null, "Anna@example.com", true),
            FieldChange.of("region", null, "EMEA"),
            FieldChange.of("role", null, "OFFICER"),
            FieldChange.of("status", null, "ACTIVE"));
  }

  @Test
  void every_field_of_an_officer() {
    var other =
        new OfficerDetails(
            new Name("Zoe"),
            new EmailAddress("zoe@example.com"),
            new PhoneNumber("+442079460958"),
            RegionPath.ROOT,
            List.of(),
            Role.ADMIN,
            OfficerStatus.ON_LEAVE);

    assertThat(FieldChanges.between(ANNA, other))
        .containsExactly(
            new FieldChange("name", "Anna", "Zoe", true),
            new FieldChange("email", "Anna@example.com", "zoe@example.com", true),
            new FieldChange("phone", null, "+442079460958", true),
            FieldChange.of("region", "EMEA", ""),
            FieldChange.of("role", "OFFICER", "ADMIN"),
            FieldChange.of("status", "ACTIVE", "ON_LEAVE"));
  }

  @Test
  void every_field_of_a_client() {
    var full =
        new ClientDetails(
            new Name("Grace"),
            new Name("Harbour Tools"),
            List.of(Phone.of(new PhoneNumber("+442079460312"))),
            new EmailAddress("grace@example.com"),
            new PostalAddress("12 Mill Lane\nLondon"),
            new RegionPath("EMEA"),
            ClientStatus.ACTIVE,
            new OfficerId(ID),
            null,
            null);

    assertThat(FieldChanges.between(BARE, full))
        .containsExactly(
            new FieldChange("name", "Acme", "Grace", true),
            new FieldChange("company", null, "Harbour Tools", true),
            new FieldChange("phones", null, "+442079460312", true),
            new FieldChange("email", null, "grace@example.com", true),
            new FieldChange("address", null, "12 Mill Lane\nLondon", true),
            FieldChange.of("region", "", "EMEA"),
            FieldChange.of("status", "LEAD", "ACTIVE"),
            FieldChange.of("ownerId", null, ID));
  }

  @Test
  void every_field_of_a_call() {
    var other =
        new CallFacts(
            new ClientId(ID),
            CallType.OUTGOING,
            CallOutcome.SUCCESSFUL,
            new CallDuration(90),
            Instant.parse("2026-03-10T10:00:00Z"),
            null,
            null,
            null);

    assertThat(FieldChanges.between(FACTS, other))
        .containsExactly(
            FieldChange.of("clientId", null, ID),
            FieldChange.of("type", "INCOMING", "OUTGOING"),
            FieldChange.of("outcome", "BUSY", "SUCCESSFUL"),
            FieldChange.of("durationSeconds", 0, 90),
            FieldChange.of("startedAt", "2026-03-10T09:15:30.123Z", "2026-03-10T10:00:00Z"),
            new FieldChange("comment", "One", null, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name@example.com", " NAME@Example.com", "name@EXAMPLE.COM\n"})
  void spellings_of_an_address_have_the_same_hash(String typed) {
    assertThat(FieldChanges.emailHash(typed))
        .isEqualTo(
            FieldChange.of(
                "emailHash",
                null,
                "7b17fb0bd173f625b58636fb796407c22b3d16fc78302d79f0fd30c2fc2fc068"));
    assertThat(FieldChanges.emailHash(typed).to()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no address", "\u0000", "\uD83D"})
  void text_that_is_not_an_address_has_a_hash(String typed) {
    assertThat(FieldChanges.emailHash(typed).to()).matches("[0-9a-f]{64}");
  }
}
