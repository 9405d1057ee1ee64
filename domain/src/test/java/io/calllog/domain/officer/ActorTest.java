package io.calllog.domain.officer;

import static io.calllog.domain.officer.Role.ADMIN;
import static io.calllog.domain.officer.Role.MANAGER;
import static io.calllog.domain.officer.Role.OFFICER;
import static io.calllog.domain.shared.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The permissions of each role as tables. */
class ActorTest {

  private static final OfficerId SELF = new OfficerId(new UUID(1, 1));
  private static final OfficerId OTHER = new OfficerId(new UUID(2, 2));

  /** Whether an actor in EMEA/UK sees another officer in the region, and their calls made there. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # where,            OFFICER, MANAGER, ADMIN
          EMEA/UK,            false,   true,    true
          EMEA/UK/London,     false,   true,    true
          EMEA/UKX,           false,   false,   true
          EMEA/DE,            false,   false,   true
          EMEA,               false,   false,   true
          unassigned,         false,   false,   true
          "",                 false,   false,   true
          """)
  void visibility_of_officers_and_calls(
      String where, boolean officer, boolean manager, boolean admin) {
    RegionPath region = new RegionPath(where);

    assertThat(in("EMEA/UK", OFFICER).seesOfficers().covers(region, OTHER)).isEqualTo(officer);
    assertThat(in("EMEA/UK", OFFICER).seesCalls().covers(region, OTHER)).isEqualTo(officer);
    assertThat(in("EMEA/UK", MANAGER).seesOfficers().covers(region, OTHER)).isEqualTo(manager);
    assertThat(in("EMEA/UK", MANAGER).seesCalls().covers(region, OTHER)).isEqualTo(manager);
    assertThat(in("EMEA/UK", ADMIN).seesOfficers().covers(region, OTHER)).isEqualTo(admin);
    assertThat(in("EMEA/UK", ADMIN).seesCalls().covers(region, OTHER)).isEqualTo(admin);
  }

  /** Whether an actor in EMEA/UK sees their own calls in the region. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # where,            OFFICER, MANAGER, ADMIN
          EMEA/UK,            true,    true,    true
          EMEA/UK/London,     true,    true,    true
          EMEA/DE,            true,    false,   true
          EMEA,               true,    false,   true
          unassigned,         true,    false,   true
          "",                 true,    false,   true
          """)
  void officers_see_their_own_calls(String where, boolean officer, boolean manager, boolean admin) {
    RegionPath region = new RegionPath(where);

    assertThat(in("EMEA/UK", OFFICER).seesCalls().covers(region, SELF)).isEqualTo(officer);
    assertThat(in("EMEA/UK", MANAGER).seesCalls().covers(region, SELF)).isEqualTo(manager);
    assertThat(in("EMEA/UK", ADMIN).seesCalls().covers(region, SELF)).isEqualTo(admin);
  }

  /** Which clients an actor in EMEA/UK sees: their own, and those of others or without an owner. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # where,         OFFICER: own, another's, MANAGER: own, another's
          EMEA/UK,         true,         true,      true,         true
          EMEA/UK/London,  true,         true,      true,         true
          EMEA/UKX,        true,         false,     false,        false
          EMEA,            true,         false,     false,        false
          EMEA/DE,         true,         false,     false,        false
          unassigned,      true,         false,     false,        false
          "",              true,         false,     false,        false
          """)
  void visibility_of_clients(
      String where, boolean officersOwn, boolean officer, boolean managersOwn, boolean manager) {
    RegionPath region = new RegionPath(where);

    assertThat(in("EMEA/UK", OFFICER).seesClients().covers(region, SELF)).isEqualTo(officersOwn);
    assertThat(in("EMEA/UK", OFFICER).seesClients().covers(region, OTHER)).isEqualTo(officer);
    assertThat(in("EMEA/UK", OFFICER).seesClients().covers(region, null)).isEqualTo(officer);
    assertThat(in("EMEA/UK", MANAGER).seesClients().covers(region, SELF)).isEqualTo(managersOwn);
    assertThat(in("EMEA/UK", MANAGER).seesClients().covers(region, OTHER)).isEqualTo(manager);
    assertThat(in("EMEA/UK", MANAGER).seesClients().covers(region, null)).isEqualTo(manager);
    assertThat(in("EMEA/UK", ADMIN).seesClients().covers(region, null)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"OFFICER,unassigned", "MANAGER,unassigned", "OFFICER,\"\"", "OFFICER,EMEA/UK"})
  void unassigned_actors_see_only_themselves_and_what_they_own(Role role, String where) {
    Actor actor = in("unassigned", role);
    RegionPath region = new RegionPath(where);

    for (Visibility visibility :
        new Visibility[] {actor.seesOfficers(), actor.seesCalls(), actor.seesClients()}) {
      assertThat(visibility).isEqualTo(Visibility.ownedBy(SELF));
      assertThat(visibility.covers(region, SELF)).isTrue();
      assertThat(visibility.covers(region, OTHER)).isFalse();
      assertThat(visibility.covers(region, null)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"unassigned", "EMEA/UK", "\"\""})
  void actors_in_the_root_see_everything(String where) {
    RegionPath region = new RegionPath(where);

    assertThat(in("", MANAGER).seesOfficers().covers(region, OTHER)).isTrue();
    assertThat(in("", MANAGER).seesCalls().covers(region, OTHER)).isTrue();
    assertThat(in("", MANAGER).seesClients().covers(region, null)).isTrue();
    assertThat(in("", OFFICER).seesClients().covers(region, OTHER)).isTrue();
    assertThat(in("", OFFICER).seesCalls().covers(region, OTHER)).isFalse();
    assertThat(in("unassigned", ADMIN).seesCalls().covers(region, OTHER)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     where,          leads
          OFFICER, EMEA/UK,    EMEA/UK,        false
          OFFICER, "",         EMEA/UK,        false
          MANAGER, EMEA/UK,    EMEA/UK,        true
          MANAGER, EMEA/UK,    EMEA/UK/London, true
          MANAGER, EMEA/UK,    EMEA/UKX,       false
          MANAGER, EMEA/UK,    EMEA,           false
          MANAGER, EMEA/UK,    unassigned,     false
          MANAGER, "",         unassigned,     true
          MANAGER, "",         "",             true
          MANAGER, unassigned, unassigned,     false
          MANAGER, unassigned, unassigned/x,   false
          ADMIN,   EMEA/UK,    EMEA/DE,        true
          ADMIN,   unassigned, "",             true
          """)
  void leads_its_region_and_those_below(Role role, String placed, String where, boolean leads) {
    assertThat(in(placed, role).leads(new RegionPath(where))).isEqualTo(leads);
  }

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
          OFFICER, EMEA/UK,    "",             false
          OFFICER, "",         EMEA,           true
          OFFICER, "",         "",             false
          OFFICER, unassigned, unassigned,     true
          OFFICER, unassigned, unassigned/x,   false
          OFFICER, unassigned, EMEA,           false
          MANAGER, EMEA/UK,    EMEA/UK/London, true
          MANAGER, EMEA/UK,    EMEA/DE,        false
          MANAGER, "",         unassigned,     true
          MANAGER, "",         "",             false
          MANAGER, unassigned, unassigned,     true
          ADMIN,   EMEA/UK,    EMEA/DE,        true
          ADMIN,   EMEA/UK,    "",             true
          ADMIN,   EMEA/UK,    unassigned,     true
          """)
  void may_place_objects_in_its_territory(
      Role role, String placed, String where, boolean permitted) {
    Actor actor = in(placed, role);
    RegionPath region = new RegionPath(where);

    if (permitted) {
      assertThatCode(() -> actor.requireMayPlaceIn(region)).doesNotThrowAnyException();
    } else {
      assertNotPermitted(() -> actor.requireMayPlaceIn(region));
    }
  }

  /** Whether a manager in EMEA/HQ who leads EMEA/UK and APAC sees, leads, and places objects. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # where,         in the territory
          EMEA/UK,         true
          EMEA/UK/London,  true
          EMEA/UKX,        false
          APAC,            true
          APAC/JP,         true
          EMEA/HQ,         false
          EMEA,            false
          unassigned,      false
          "",              false
          """)
  void the_territory_of_a_manager_is_all_regions_they_lead(String where, boolean within) {
    Actor actor = leaderIn("EMEA/HQ", "EMEA/UK", "APAC");
    RegionPath region = new RegionPath(where);

    assertThat(actor.seesOfficers().covers(region, OTHER)).isEqualTo(within);
    assertThat(actor.seesCalls().covers(region, OTHER)).isEqualTo(within);
    assertThat(actor.seesClients().covers(region, null)).isEqualTo(within);
    assertThat(actor.seesRegions().covers(region, null)).isEqualTo(within);
    assertThat(actor.leads(region)).isEqualTo(within);
    if (within) {
      assertThatCode(() -> actor.requireMayPlaceIn(region)).doesNotThrowAnyException();
    } else {
      assertNotPermitted(() -> actor.requireMayPlaceIn(region));
    }
  }

  @Test
  void managers_outside_their_territory_see_themselves_and_what_they_own() {
    Actor outside = leaderIn("EMEA/HQ", "EMEA/UK", "APAC");
    Actor inside = leaderIn("EMEA/UK/London", "EMEA/UK", "APAC");
    RegionPath headquarters = new RegionPath("EMEA/HQ");

    assertThat(outside.seesOfficers().covers(headquarters, SELF)).isTrue();
    assertThat(outside.seesCalls().covers(headquarters, SELF)).isTrue();
    assertThat(outside.seesClients().covers(headquarters, SELF)).isTrue();
    assertThat(inside.seesCalls().covers(headquarters, SELF)).isFalse();
  }

  @Test
  void the_default_region_is_in_the_territory() {
    assertThat(leaderIn("EMEA/UK/London", "APAC", "EMEA/UK").defaultRegion().path())
        .isEqualTo("EMEA/UK/London");
    assertThat(leaderIn("EMEA/HQ", "EMEA/UK", "APAC").defaultRegion().path()).isEqualTo("EMEA/UK");
    assertThat(in("EMEA/UK", MANAGER).defaultRegion().path()).isEqualTo("EMEA/UK");
    assertThat(in("unassigned", MANAGER).defaultRegion()).isEqualTo(RegionPath.UNASSIGNED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     where,          visible
          OFFICER, EMEA/UK,    EMEA/UK/London, true
          OFFICER, EMEA/UK,    EMEA,           false
          OFFICER, unassigned, unassigned,     false
          MANAGER, EMEA/UK,    EMEA/UK,        true
          MANAGER, EMEA/UK,    EMEA/DE,        false
          ADMIN,   unassigned, "",             true
          """)
  void visibility_of_regions(Role role, String placed, String where, boolean visible) {
    assertThat(in(placed, role).seesRegions().covers(new RegionPath(where), null))
        .isEqualTo(visible);
  }

  @Test
  void only_administrators_pass_the_check_for_administrators() {
    assertThat(in("", ADMIN).isAdmin()).isTrue();
    assertThat(in("", MANAGER).isAdmin()).isFalse();
    assertThat(in("", OFFICER).isAdmin()).isFalse();
  }

  @Test
  void a_key_has_the_permissions_of_a_manager_of_its_region() {
    Actor key = Actor.ofKey(new ActorId(SELF.value()), new RegionPath("EMEA/UK"));
    Actor manager = in("EMEA/UK", MANAGER);

    assertThat(key.seesCalls()).isEqualTo(manager.seesCalls());
    assertThat(key.seesClients()).isEqualTo(manager.seesClients());
    assertThat(key.seesOfficers()).isEqualTo(manager.seesOfficers());
    assertThat(key.leads(new RegionPath("EMEA/UK/London"))).isTrue();
    assertThat(key.leads(new RegionPath("EMEA"))).isFalse();
  }

  @Test
  void a_key_is_no_officer() {
    Actor key = Actor.ofKey(new ActorId(SELF.value()), RegionPath.ROOT);

    assertThat(key.is(SELF)).isFalse();
    assertNotPermitted(key::requireOfficer);
    assertNotPermitted(key::requireAdmin);
    assertThat(in("", ADMIN).is(SELF)).isTrue();
    assertThat(in("", ADMIN).is(OTHER)).isFalse();
    assertThat(in("", ADMIN).requireOfficer()).isEqualTo(SELF);
  }

  private static Actor leaderIn(String placed, String... leads) {
    List<RegionPath> led = Stream.of(leads).map(RegionPath::new).toList();
    return new Actor(SELF, MANAGER, new RegionPath(placed), led);
  }

  private static Actor in(String placed, Role role) {
    return new Actor(SELF, role, new RegionPath(placed), List.of());
  }
}
