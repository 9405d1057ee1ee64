package io.calllog.domain.client;

import static io.calllog.domain.officer.Role.ADMIN;
import static io.calllog.domain.officer.Role.MANAGER;
import static io.calllog.domain.officer.Role.OFFICER;
import static io.calllog.domain.shared.Refusals.assertInvalid;
import static io.calllog.domain.shared.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  private static final OfficerId SELF = new OfficerId(new UUID(1, 1));
  private static final OfficerId OTHER = new OfficerId(new UUID(2, 2));
  private static final ClientId ID = new ClientId(new UUID(3, 3));
  private static final Instant THEN = Instant.parse("2026-03-10T09:15:30.123Z");
  private static final Instant NOW = THEN.plusSeconds(60);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     where,          permitted
          OFFICER, EMEA/UK,    EMEA/UK,        true
          OFFICER, EMEA/UK,    EMEA/UK/London, true
          OFFICER, EMEA/UK,    EMEA/UKX,       false
          OFFICER, EMEA/UK,    EMEA,           false
          OFFICER, EMEA/UK,    unassigned,     false
          OFFICER, unassigned, unassigned,     true
          OFFICER, unassigned, EMEA,           false
          MANAGER, EMEA,       EMEA/UK,        true
          MANAGER, EMEA,       APAC,           false
          MANAGER, "",         APAC,           true
          ADMIN,   EMEA,       APAC,           true
          ADMIN,   EMEA,       "",             true
          """)
  void can_be_created_in_the_territory_of_its_creator(
      Role role, String placed, String where, boolean permitted) {
    Actor actor = actor(role, placed);
    ClientDetails details = details(where, null);

    if (permitted) {
      OfficerId owner = placed.equals("unassigned") ? SELF : null;
      assertThat(Client.create(ID, details, actor, NOW))
          .isEqualTo(new Client(ID, details(where, owner), NOW, NOW, 0));
    } else {
      assertNotPermitted(() -> Client.create(ID, details, actor, NOW));
    }
  }

  @Test
  void defaults_to_the_region_of_its_creator() {
    assertThat(actor(OFFICER, "EMEA/UK").defaultRegion()).isEqualTo(new RegionPath("EMEA/UK"));
    assertThat(actor(OFFICER, "unassigned").defaultRegion()).isEqualTo(RegionPath.UNASSIGNED);
  }

  @Test
  void can_be_created_in_the_root_by_an_officer_of_the_root() {
    Actor actor = actor(MANAGER, "");
    ClientDetails details = details(actor.defaultRegion().path(), null);

    assertThat(Client.create(ID, details, actor, NOW).details().region())
        .isEqualTo(RegionPath.ROOT);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     where,          owner, changeable, removable
          OFFICER, EMEA/UK,    EMEA/UK,        self,  true,       false
          OFFICER, EMEA/UK,    EMEA/UK/London, none,  true,       false
          OFFICER, EMEA/UK,    EMEA/UK/London, other, false,      false
          OFFICER, EMEA/UK,    EMEA/DE,        self,  true,       false
          OFFICER, EMEA/UK,    EMEA/DE,        none,  false,      false
          OFFICER, EMEA/UK,    EMEA/UKX,       none,  false,      false
          OFFICER, unassigned, unassigned,     self,  true,       false
          OFFICER, unassigned, unassigned,     none,  false,      false
          MANAGER, EMEA/UK,    EMEA/UK,        other, true,       true
          MANAGER, EMEA/UK,    EMEA/UK/London, none,  true,       true
          MANAGER, EMEA/UK,    EMEA/DE,        self,  false,      false
          MANAGER, EMEA/UK,    EMEA,           none,  false,      false
          MANAGER, "",         unassigned,     other, true,       true
          MANAGER, unassigned, unassigned,     self,  true,       false
          MANAGER, unassigned, unassigned,     other, false,      false
          ADMIN,   EMEA/UK,    APAC,           other, true,       true
          ADMIN,   unassigned, "",             none,  true,       true
          """)
  void can_be_changed_and_deleted_with_permission(
      Role role, String placed, String where, String owner, boolean changeable, boolean removable) {
    Client client = client(where, owner(owner));
    Actor actor = actor(role, placed);
    UnaryOperator<ClientDetails> renaming =
        was ->
            new ClientDetails(
                new Name("Apex"),
                was.company(),
                was.phones(),
                was.email(),
                was.address(),
                was.region(),
                was.status(),
                was.ownerId(),
                was.externalId(),
                null);

    if (changeable) {
      assertThatCode(() -> client.requireChangeableBy(actor)).doesNotThrowAnyException();
      assertThat(client.revise(renaming, actor, NOW).details().name().value()).isEqualTo("Apex");
    } else {
      assertNotPermitted(() -> client.requireChangeableBy(actor));
      assertNotPermitted(() -> client.revise(renaming, actor, NOW));
    }
    if (removable) {
      assertThatCode(() -> client.requireRemovableBy(actor)).doesNotThrowAnyException();
    } else {
      assertNotPermitted(() -> client.requireRemovableBy(actor));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,  to,             permitted
          OFFICER, EMEA/UK, EMEA/UK/London, true
          OFFICER, EMEA/UK, EMEA/DE,        false
          OFFICER, EMEA/UK, unassigned,     false
          MANAGER, EMEA,    EMEA/DE,        true
          MANAGER, EMEA,    APAC,           false
          MANAGER, "",      "",             false
          ADMIN,   EMEA,    "",             true
          """)
  void can_be_moved_within_the_territory_of_the_actor(
      Role role, String placed, String to, boolean permitted) {
    Client client = client("EMEA/UK", null);
    Actor actor = actor(role, placed);
    UnaryOperator<ClientDetails> move =
        was ->
            new ClientDetails(
                was.name(),
                was.company(),
                was.phones(),
                was.email(),
                was.address(),
                new RegionPath(to),
                was.status(),
                was.ownerId(),
                was.externalId(),
                null);

    if (permitted) {
      assertThat(client.revise(move, actor, NOW).details().region()).isEqualTo(new RegionPath(to));
    } else {
      assertNotPermitted(() -> client.revise(move, actor, NOW));
    }
  }

  @Test
  void can_stay_in_a_region_that_the_actor_could_not_assign() {
    Client client = client("EMEA/DE", SELF);
    RegionPath here = client.details().region();
    UnaryOperator<ClientDetails> changes =
        was ->
            new ClientDetails(
                new Name("Apex"),
                was.company(),
                was.phones(),
                was.email(),
                was.address(),
                here,
                was.status(),
                was.ownerId(),
                was.externalId(),
                null);

    assertThat(client.revise(changes, actor(OFFICER, "EMEA/UK"), NOW).details().region())
        .isEqualTo(here);
  }

  @Test
  void applies_all_changes_and_sets_the_time() {
    Client client = client("EMEA/UK", null);
    var everything =
        new ClientDetails(
            new Name("Apex"),
            new Name("Apex Ltd"),
            List.of(Phone.of(new PhoneNumber("+442079460958"))),
            new EmailAddress("a@b.c"),
            new PostalAddress("1 Long Lane"),
            new RegionPath("EMEA/UK/London"),
            ClientStatus.CONVERTED,
            SELF,
            null,
            null);

    Client changed = client.revise(changesTo(everything), actor(OFFICER, "EMEA/UK"), NOW);

    assertThat(changed).isEqualTo(new Client(ID, everything, THEN, NOW, 0));
    assertThat(changed.revise(changesTo(client.details()), actor(ADMIN, ""), NOW).details())
        .isEqualTo(client.details());
  }

  @Test
  void takes_the_facts_that_only_a_merged_client_has() {
    Actor manager = actor(MANAGER, "EMEA");
    Client client = client("EMEA/UK", SELF);
    ClientDetails others =
        new ClientDetails(
            new Name("Acme Ltd"),
            new Name("Acme"),
            List.of(Phone.of(new PhoneNumber("+442079460958"))),
            new EmailAddress("acme@example.com"),
            new PostalAddress("1 Long Lane"),
            new RegionPath("EMEA/DE"),
            ClientStatus.CONVERTED,
            OTHER,
            new ExternalId("CRM-1"),
            CallInterval.ofDays(14));
    Client other = new Client(new ClientId(UUID.randomUUID()), others, THEN, THEN, 0);

    Client merged = client.merge(other, manager, NOW);

    assertThat(merged.details())
        .isEqualTo(
            new ClientDetails(
                new Name("Acme"),
                others.company(),
                others.phones(),
                others.email(),
                others.address(),
                new RegionPath("EMEA/UK"),
                ClientStatus.LEAD,
                SELF,
                others.externalId(),
                others.callEvery()));
    assertThat(merged.merge(other, manager, NOW)).isSameAs(merged);
  }

  @Test
  void is_not_merged_if_both_have_too_many_phones() {
    Actor manager = actor(MANAGER, "EMEA");
    Client six = withPhones(1, 6);

    assertThat(six.merge(withPhones(3, 10), manager, NOW).details().phones())
        .isEqualTo(withPhones(1, 10).details().phones());
    assertInvalid("from", "too-many", () -> six.merge(withPhones(3, 11), manager, NOW));
  }

  private static Client withPhones(int first, int last) {
    ClientDetails none = details("EMEA/UK", SELF);
    var details =
        new ClientDetails(
            none.name(),
            none.company(),
            IntStream.rangeClosed(first, last)
                .mapToObj(i -> Phone.of(new PhoneNumber("+4420794609" + (10 + i))))
                .toList(),
            none.email(),
            none.address(),
            none.region(),
            none.status(),
            none.ownerId(),
            none.externalId(),
            none.callEvery());
    return new Client(new ClientId(UUID.randomUUID()), details, THEN, THEN, 0);
  }

  @Test
  void is_merged_only_by_those_who_may_delete_it() {
    Client own = client("EMEA/UK", SELF);
    Client elsewhere = client("APAC", SELF);

    assertNotPermitted(() -> own.merge(own, actor(OFFICER, "EMEA/UK"), NOW));
    assertNotPermitted(() -> own.merge(elsewhere, actor(MANAGER, "EMEA"), NOW));
    assertNotPermitted(() -> client("APAC", OTHER).merge(own, actor(MANAGER, "EMEA"), NOW));
  }

  @Test
  void returns_the_same_instance_if_nothing_changes() {
    Client client = client("EMEA/UK", SELF);
    Actor actor = actor(OFFICER, "EMEA/UK");

    assertThat(
            client.revise(
                was ->
                    new ClientDetails(
                        was.name(),
                        was.company(),
                        was.phones(),
                        was.email(),
                        was.address(),
                        was.region(),
                        was.status(),
                        was.ownerId(),
                        was.externalId(),
                        null),
                actor,
                NOW))
        .isSameAs(client);
    assertThat(client.revise(changesTo(client.details()), actor, NOW)).isSameAs(client);
  }

  private static UnaryOperator<ClientDetails> changesTo(ClientDetails d) {
    return _ -> d;
  }

  private static Client client(String where, @Nullable OfficerId owner) {
    return new Client(ID, details(where, owner), THEN, THEN, 0);
  }

  private static ClientDetails details(String where, @Nullable OfficerId owner) {
    return new ClientDetails(
        new Name("Acme"),
        null,
        List.of(),
        null,
        null,
        new RegionPath(where),
        ClientStatus.LEAD,
        owner,
        null,
        null);
  }

  private static @Nullable OfficerId owner(String who) {
    return switch (who) {
      case "self" -> SELF;
      case "other" -> OTHER;
      default -> null;
    };
  }

  private static Actor actor(Role role, String placed) {
    return new Actor(SELF, role, new RegionPath(placed), List.of());
  }
}
