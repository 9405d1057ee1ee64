package io.calllog.domain.officer;

import static io.calllog.domain.shared.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OfficerTest {

  private static final OfficerId SELF = new OfficerId(new UUID(1, 1));
  private static final OfficerId OTHER = new OfficerId(new UUID(2, 2));
  private static final Instant THEN = Instant.parse("2026-03-10T09:15:30.123Z");
  private static final Instant NOW = THEN.plusSeconds(60);
  private static final RegionPath UK = new RegionPath("EMEA/UK");

  @Test
  void a_new_officer_has_the_first_token_version() {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);

    assertThat(officer.tokenVersion()).isZero();
    assertThat(officer.version()).isZero();
    assertThat(officer.createdAt()).isEqualTo(THEN);
    assertThat(officer.updatedAt()).isEqualTo(THEN);
    assertThat(officer.asActor()).isEqualTo(new Actor(SELF, Role.OFFICER, UK, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # actor, placed,     self,  officer is, changeable
          OFFICER, EMEA/UK,    true,  OFFICER,    true
          OFFICER, EMEA/UK,    false, OFFICER,    false
          OFFICER, "",         false, OFFICER,    false
          MANAGER, EMEA/UK,    true,  MANAGER,    true
          MANAGER, EMEA/UK,    false, OFFICER,    true
          MANAGER, EMEA,       false, OFFICER,    true
          MANAGER, "",         false, OFFICER,    true
          MANAGER, EMEA/UK,    false, MANAGER,    false
          MANAGER, EMEA,       false, MANAGER,    false
          MANAGER, EMEA,       false, ADMIN,      false
          MANAGER, EMEA/DE,    false, OFFICER,    false
          MANAGER, EMEA/UK/X,  false, OFFICER,    false
          MANAGER, unassigned, false, OFFICER,    false
          MANAGER, unassigned, true,  MANAGER,    true
          ADMIN,   EMEA/DE,    false, OFFICER,    true
          ADMIN,   unassigned, false, MANAGER,    true
          ADMIN,   "",         false, ADMIN,      true
          """)
  void can_be_changed_by_the_officer_leaders_and_administrators(
      Role role, String placed, boolean self, Role officerIs, boolean changeable) {
    Officer officer = officer(officerIs, OfficerStatus.ACTIVE);
    Actor actor = new Actor(self ? SELF : OTHER, role, new RegionPath(placed), List.of());

    if (changeable) {
      assertThatCode(() -> officer.requireChangeableBy(actor)).doesNotThrowAnyException();
      assertThat(officer.revise(NameAndPhone.CHANGES, actor, NOW).details().name())
          .isEqualTo(NameAndPhone.NAME);
    } else {
      assertNotPermitted(() -> officer.requireChangeableBy(actor));
      assertNotPermitted(() -> officer.revise(NameAndPhone.CHANGES, actor, NOW));
      assertNotPermitted(() -> officer.revise(changes(), actor, NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MANAGER, EMEA/UK,    true",
    "MANAGER, EMEA,       true",
    "MANAGER, EMEA/DE,    false",
    "MANAGER, unassigned, false",
    "OFFICER, EMEA/UK,    false",
    "ADMIN,   unassigned, true"
  })
  void leaders_of_the_region_hand_over_what_the_officer_looks_after(
      Role role, String placed, boolean permitted) {
    Officer officer = officer(Role.MANAGER, OfficerStatus.INACTIVE);
    Actor actor = new Actor(SELF, role, new RegionPath(placed), List.of());

    if (permitted) {
      assertThatCode(() -> officer.requireHandOverBy(actor)).doesNotThrowAnyException();
    } else {
      assertNotPermitted(() -> officer.requireHandOverBy(actor));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "self,    name phone",
    "manager, name phone status",
    "admin,   name phone status email region role"
  })
  void allows_changes_of_permitted_fields_only(String who, String fields) {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);
    Actor actor =
        switch (who) {
          case "self" -> officer.asActor();
          case "manager" -> new Actor(OTHER, Role.MANAGER, new RegionPath("EMEA"), List.of());
          default -> new Actor(OTHER, Role.ADMIN, RegionPath.UNASSIGNED, List.of());
        };

    for (String field : new String[] {"name", "phone", "status", "email", "region", "role"}) {
      UnaryOperator<OfficerDetails> changes = changeOf(field);
      if (fields.contains(field)) {
        assertThat(officer.revise(changes, actor, NOW).details())
            .as(field)
            .isEqualTo(changes.apply(officer.details()))
            .isNotEqualTo(officer.details());
      } else {
        assertNotPermitted(() -> officer.revise(changes, actor, NOW));
      }
    }
  }

  @Test
  void only_administrators_give_a_manager_regions_to_lead() {
    Officer manager = officer(Role.MANAGER, OfficerStatus.ACTIVE);
    UnaryOperator<OfficerDetails> changes = leading("EMEA/UK", "EMEA/IE");

    assertNotPermitted(() -> manager.revise(changes, manager.asActor(), NOW));
    Officer leader = manager.revise(changes, admin(), NOW);

    assertThat(leader.details().leads())
        .extracting(RegionPath::path)
        .containsExactly("EMEA/UK", "EMEA/IE");
    assertThat(leader.tokenVersion()).isEqualTo(1);
    assertThat(leader.asActor().leads()).isEqualTo(leader.details().leads());
  }

  @Test
  void accepts_forbidden_fields_with_unchanged_values() {
    Officer officer = officer(Role.MANAGER, OfficerStatus.ACTIVE);
    var d = officer.details();
    UnaryOperator<OfficerDetails> same =
        was ->
            new OfficerDetails(
                NameAndPhone.NAME,
                d.email(),
                d.phone(),
                d.region(),
                d.leads(),
                d.role(),
                d.status());

    assertThat(officer.revise(same, officer.asActor(), NOW).details().name())
        .isEqualTo(NameAndPhone.NAME);
  }

  @Test
  void treats_a_different_case_of_the_email_as_a_change() {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);
    UnaryOperator<OfficerDetails> shouted =
        was ->
            new OfficerDetails(
                was.name(),
                new EmailAddress("ANNA@example.com"),
                was.phone(),
                was.region(),
                was.leads(),
                was.role(),
                was.status());

    assertNotPermitted(() -> officer.revise(shouted, officer.asActor(), NOW));
  }

  @Test
  void a_manager_may_not_change_their_own_status() {
    Officer manager = officer(Role.MANAGER, OfficerStatus.ACTIVE);

    assertNotPermitted(() -> manager.revise(changeOf("status"), manager.asActor(), NOW));
  }

  @Test
  void returns_the_same_instance_if_nothing_changes() {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);

    assertThat(officer.revise(changes(), officer.asActor(), NOW)).isSameAs(officer);
    assertThat(
            officer.revise(
                was ->
                    new OfficerDetails(
                        was.name(),
                        officer.details().email(),
                        was.phone(),
                        was.region(),
                        was.leads(),
                        was.role(),
                        was.status()),
                officer.asActor(),
                NOW))
        .isSameAs(officer);
  }

  @Test
  void sets_the_time_of_the_change_but_not_the_version() {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);

    Officer changed = officer.revise(NameAndPhone.CHANGES, officer.asActor(), NOW);

    assertThat(changed.updatedAt()).isEqualTo(NOW);
    assertThat(changed.createdAt()).isEqualTo(THEN);
    assertThat(changed.version()).isZero();
    assertThat(changed.passwordHash()).isEqualTo(officer.passwordHash());
  }

  @ParameterizedTest
  @CsvSource({"name, false", "phone, false", "email, false", "role, true", "region, true"})
  void a_new_role_or_region_revokes_the_tokens(String field, boolean ends) {
    Officer officer = officer(Role.OFFICER, OfficerStatus.ACTIVE);

    assertThat(officer.revise(changeOf(field), admin(), NOW).tokenVersion())
        .isEqualTo(ends ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,   INACTIVE, true",
    "ON_LEAVE, INACTIVE, true",
    "ACTIVE,   ON_LEAVE, false",
    "ON_LEAVE, ACTIVE,   false",
    "INACTIVE, ACTIVE,   false"
  })
  void deactivation_revokes_the_tokens(OfficerStatus from, OfficerStatus to, boolean ends) {
    Officer officer = officer(Role.OFFICER, from);

    Officer changed =
        officer.revise(
            was ->
                new OfficerDetails(
                    was.name(),
                    was.email(),
                    was.phone(),
                    was.region(),
                    was.leads(),
                    was.role(),
                    to),
            admin(),
            NOW);

    assertThat(changed.tokenVersion()).isEqualTo(ends ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void all_except_inactive_officers_can_sign_in(OfficerStatus status) {
    assertThat(status.maySignIn()).isEqualTo(status != OfficerStatus.INACTIVE);
  }

  @Test
  void is_active_admin_requires_role_and_status() {
    assertThat(officer(Role.ADMIN, OfficerStatus.ACTIVE).details().isActiveAdmin()).isTrue();
    assertThat(officer(Role.ADMIN, OfficerStatus.ON_LEAVE).details().isActiveAdmin()).isFalse();
    assertThat(officer(Role.ADMIN, OfficerStatus.INACTIVE).details().isActiveAdmin()).isFalse();
    assertThat(officer(Role.MANAGER, OfficerStatus.ACTIVE).details().isActiveAdmin()).isFalse();
  }

  /** A change that everyone who may change the officer may make. */
  private static final class NameAndPhone {
    static final Name NAME = new Name("Anna Lena");
    static final UnaryOperator<OfficerDetails> CHANGES =
        was ->
            new OfficerDetails(
                NAME, was.email(), null, was.region(), was.leads(), was.role(), was.status());
  }

  private static UnaryOperator<OfficerDetails> changeOf(String field) {
    return switch (field) {
      case "name" ->
          was ->
              new OfficerDetails(
                  NameAndPhone.NAME,
                  was.email(),
                  was.phone(),
                  was.region(),
                  was.leads(),
                  was.role(),
                  was.status());
      case "phone" ->
          was ->
              new OfficerDetails(
                  was.name(),
                  was.email(),
                  null,
                  was.region(),
                  was.leads(),
                  was.role(),
                  was.status());
      case "email" ->
          was ->
              new OfficerDetails(
                  was.name(),
                  new EmailAddress("new@example.com"),
                  was.phone(),
                  was.region(),
                  was.leads(),
                  was.role(),
                  was.status());
      case "role" ->
          was ->
              new OfficerDetails(
                  was.name(),
                  was.email(),
                  was.phone(),
                  was.region(),
                  was.leads(),
                  Role.MANAGER,
                  was.status());
      case "status" ->
          was ->
              new OfficerDetails(
                  was.name(),
                  was.email(),
                  was.phone(),
                  was.region(),
                  was.leads(),
                  was.role(),
                  OfficerStatus.INACTIVE);
      case "region" ->
          was ->
              new OfficerDetails(
                  was.name(),
                  was.email(),
                  was.phone(),
                  new RegionPath("EMEA/UK/London"),
                  List.of(),
                  was.role(),
                  was.status());
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static UnaryOperator<OfficerDetails> leading(String... regions) {
    return was ->
        new OfficerDetails(
            was.name(),
            was.email(),
            was.phone(),
            was.region(),
            Stream.of(regions).map(RegionPath::new).toList(),
            was.role(),
            was.status());
  }

  private static UnaryOperator<OfficerDetails> changes() {
    return UnaryOperator.identity();
  }

  private static Officer officer(Role role, OfficerStatus status) {
    var details =
        new OfficerDetails(
            new Name("Anna"),
            new EmailAddress("anna@example.com"),
            new PhoneNumber("+442079460958"),
            UK,
            List.of(),
            role,
            status);
    return Officer.create(SELF, details, new PasswordHash("hash"), THEN);
  }

  private static Actor admin() {
    return new Actor(OTHER, Role.ADMIN, RegionPath.ROOT, List.of());
  }
}
