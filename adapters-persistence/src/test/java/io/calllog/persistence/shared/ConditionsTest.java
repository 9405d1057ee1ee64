package io.calllog.persistence.shared;

import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.officer.Territory;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static final OfficerId OFFICER = new OfficerId(new UUID(1, 2));
  private static final RegionPath UK = new RegionPath("EMEA/UK");

  private final Parameters parameters = new Parameters();
  private final Conditions conditions = new Conditions(parameters);

  @Test
  void match_every_row_when_there_are_none() {
    conditions.in("id", List.of()).within("region", RegionPath.ROOT);

    assertThat(conditions.sql()).isEqualTo("TRUE");
    assertThat(parameters.byName()).isEmpty();
  }

  @Test
  void do_not_put_values_into_the_sql() {
    conditions.and("name = ? OR company = ?", "' OR 1=1 --?", ":p0").in("id", List.of(1, 2));

    assertThat(conditions.sql()).isEqualTo("(name = :p0 OR company = :p1) AND (id IN (:p2))");
    assertThat(parameters.byName())
        .isEqualTo(Map.of("p0", "' OR 1=1 --?", "p1", ":p0", "p2", List.of(1, 2)));
  }

  @Test
  void select_a_subtree_by_a_range_of_paths() {
    conditions.within("region", UK);

    assertThat(conditions.sql()).isEqualTo("(region = :p0 OR (region >= :p1 AND region < :p2))");
    assertThat(parameters.byName())
        .isEqualTo(Map.of("p0", "EMEA/UK", "p1", "EMEA/UK/", "p2", "EMEA/UK0"));
  }

  @Test
  void match_no_row_outside_of_the_root() {
    assertThat(conditions.outside("region", RegionPath.ROOT).sql()).isEqualTo("(FALSE)");
  }

  @Test
  void convert_each_visibility_to_sql() {
    assertThat(visible(Visibility.EVERYTHING)).isEqualTo("TRUE");
    assertThat(visible(Visibility.of(Territory.of(RegionPath.ROOT)))).isEqualTo("TRUE");
    assertThat(visible(new Part(Territory.of(RegionPath.ROOT), OFFICER))).isEqualTo("TRUE");
    assertThat(visible(Visibility.ownedBy(OFFICER))).isEqualTo("(owner = :p0)");
    assertThat(visible(Visibility.of(Territory.of(UK))))
        .isEqualTo("(region = :p0 OR (region >= :p1 AND region < :p2))");
    assertThat(visible(new Part(Territory.of(UK), OFFICER)))
        .isEqualTo("(region = :p0 OR (region >= :p1 AND region < :p2) OR owner = :p3)");
  }

  private static String visible(Visibility visibility) {
    return new Conditions(new Parameters()).visible(visibility, "region", "owner").sql();
  }
}
