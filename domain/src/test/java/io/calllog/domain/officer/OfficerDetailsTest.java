package io.calllog.domain.officer;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OfficerDetailsTest {

  @Test
  void a_manager_leads_their_own_region_unless_others_are_named() {
    assertThat(details(Role.MANAGER, "EMEA/UK").ledRegions()).isEqualTo(paths("EMEA/UK"));
    assertThat(details(Role.MANAGER, "EMEA", "EMEA/UK", "EMEA/IE").ledRegions())
        .isEqualTo(paths("EMEA/UK", "EMEA/IE"));
    assertThat(details(Role.OFFICER, "EMEA/UK").ledRegions()).isEmpty();
    assertThat(details(Role.ADMIN, "EMEA/UK").ledRegions()).isEmpty();
  }

  @Test
  void naming_only_the_own_region_is_the_default() {
    assertThat(details(Role.MANAGER, "EMEA/UK", "EMEA/UK"))
        .isEqualTo(details(Role.MANAGER, "EMEA/UK"));
    assertThat(details(Role.MANAGER, "EMEA/UK", "EMEA/UK", "EMEA/IE").leads()).hasSize(2);
  }

  @Test
  void keeps_the_order_of_led_regions_and_removes_duplicates() {
    assertThat(details(Role.MANAGER, "EMEA", "B", "A", "B").leads()).isEqualTo(paths("B", "A"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MANAGER")
  void only_managers_lead_regions(Role role) {
    details(role, "EMEA", "EMEA").requireLeadsFitRole();
    assertInvalid("leads", "not-a-manager", details(role, "EMEA", "EMEA/UK")::requireLeadsFitRole);
  }

  @Test
  void the_region_of_new_accounts_cannot_be_led() {
    assertInvalid(
        "leads", "not-a-territory", () -> details(Role.MANAGER, "EMEA", "EMEA/UK", "unassigned"));
    assertThat(details(Role.MANAGER, "unassigned", "unassigned").leads()).isEmpty();
  }

  @Test
  void limits_the_number_of_led_regions() {
    String[] most =
        IntStream.range(0, OfficerDetails.MAX_LEADS)
            .mapToObj(i -> "EMEA/" + i)
            .toArray(String[]::new);

    details(Role.MANAGER, "EMEA", most).requireLeadsFitRole();
    assertThat(details(Role.MANAGER, "EMEA", most).leads()).hasSize(OfficerDetails.MAX_LEADS);
    String[] more = Stream.concat(Stream.of(most), Stream.of("APAC")).toArray(String[]::new);
    assertInvalid("leads", "too-many", () -> details(Role.MANAGER, "EMEA", more));
  }

  private static OfficerDetails details(Role role, String region, String... leads) {
    return new OfficerDetails(
        new Name("Anna"),
        new EmailAddress("anna@example.com"),
        null,
        new RegionPath(region),
        paths(leads),
        role,
        OfficerStatus.ACTIVE);
  }

  private static List<RegionPath> paths(String... paths) {
    return Stream.of(paths).map(RegionPath::new).toList();
  }
}
