package io.calllog.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Erased persons: no personal value remains. */
class ErasedPeopleTest {

  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");
  private static final Instant LATER = NOW.plusSeconds(1);
  private static final UUID ID = UUID.fromString("01912711-6890-703d-8a9b-2c905be81629");
  private static final RegionPath REGION = new RegionPath("EMEA");
  private static final Actor ADMIN =
      new Actor(new OfficerId(ID), Role.ADMIN, RegionPath.ROOT, List.of());
  private static final Actor MANAGER =
      new Actor(new OfficerId(ID), Role.MANAGER, REGION, List.of());

  private final Client client =
      Client.create(
          new ClientId(ID),
          new ClientDetails(
              new Name("Grace"),
              new Name("Harbour Tools"),
              List.of(Phone.of(new PhoneNumber("+442079460312"))),
              new EmailAddress("grace@example.com"),
              new PostalAddress("12 Mill Lane"),
              REGION,
              ClientStatus.CONVERTED,
              new OfficerId(ID),
              null,
              null),
          ADMIN,
          NOW);
  private final Officer officer =
      Officer.create(
          new OfficerId(ID),
          new OfficerDetails(
              new Name("Anna"),
              new EmailAddress("anna@example.com"),
              new PhoneNumber("+442079460312"),
              REGION,
              List.of(),
              Role.MANAGER,
              OfficerStatus.ACTIVE),
          new PasswordHash("hash"),
          NOW);

  @Test
  void a_client_keeps_non_personal_data() {
    Client erased = client.erase(ADMIN, LATER);

    assertThat(erased.details())
        .isEqualTo(
            new ClientDetails(
                ClientDetails.ERASED,
                null,
                List.of(),
                null,
                null,
                REGION,
                ClientStatus.CONVERTED,
                new OfficerId(ID),
                null,
                null));
    assertThat(erased.updatedAt()).isEqualTo(LATER);
    assertThat(FieldChanges.between(client.details(), erased.details()))
        .allSatisfy(change -> assertThat(change.personal()).isTrue());
    assertThat(erased.erase(ADMIN, LATER.plusSeconds(1))).isSameAs(erased);
  }

  @Test
  void an_officer_keeps_non_personal_data_and_cannot_sign_in() {
    Officer erased = officer.erase(ADMIN, LATER);

    assertThat(erased.details().name()).isEqualTo(OfficerDetails.ERASED);
    assertThat(erased.details().email().value()).isEqualTo(ID + "@erased.invalid");
    assertThat(erased.details().phone()).isNull();
    assertThat(erased.details().region()).isEqualTo(REGION);
    assertThat(erased.details().role()).isEqualTo(Role.MANAGER);
    assertThat(erased.details().status().maySignIn()).isFalse();
    assertThat(erased.passwordHash()).isNotEqualTo(officer.passwordHash());
    assertThat(erased.tokenVersion()).isEqualTo(officer.tokenVersion() + 1);
    assertThat(erased.erase(ADMIN, LATER.plusSeconds(1))).isSameAs(erased);
  }

  @Test
  void only_administrators_can_erase() {
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> client.erase(MANAGER, LATER));
    assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> officer.erase(MANAGER, LATER));
  }
}
