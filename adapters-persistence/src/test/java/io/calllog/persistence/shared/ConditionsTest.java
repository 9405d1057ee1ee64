package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.officer.OfficerId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static final OfficerId OFFICER = new OfficerId(new UUID(1, 2));

  private final Parameters parameters = new Parameters();
  private final Conditions conditions = new Conditions(parameters);

  @Test
  void match_every_row_when_there_are_none() {
    conditions.in("id", List.of()).inRegion("region", null);

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
  void test_few_regions_as_an_array() {
    conditions.inRegion("region", List.of(1, 2)).inRegion("region", null);

    assertThat(conditions.sql()).isEqualTo("((region = ANY (cast(:p0 AS integer[]))))");
    assertThat(parameters.byName()).containsOnlyKeys("p0");
    assertThat(parameters.byName().get("p0")).isEqualTo(new Integer[] {1, 2});
  }

  @Test
  void test_many_regions_with_a_hash_table() {
    List<Integer> many = IntStream.rangeClosed(0, Conditions.FEW_KEYS).boxed().toList();

    assertThat(conditions.inRegion("region", many).sql())
        .isEqualTo("(((region IN (SELECT unnest(cast(:p0 AS integer[])))) IS TRUE))");
  }

  @Test
  void convert_what_is_visible_to_sql() {
    List<Integer> one = List.of(1);
    List<Integer> wanted = List.of(1, 2);
    String inOne = "(region = :p0)";

    assertThat(visible(null, null, null)).isEqualTo("TRUE");
    assertThat(visible(one, null, one)).isEqualTo("(" + inOne + ")");
    assertThat(visible(List.of(), OFFICER, null)).isEqualTo("(owner = :p0)");
    assertThat(visible(List.of(), OFFICER, wanted))
        .isEqualTo("(owner = :p0) AND ((region = ANY (cast(:p1 AS integer[]))))");
    assertThat(visible(one, OFFICER, null)).isEqualTo("(" + inOne + " OR owner = :p1)");
    assertThat(visible(one, OFFICER, wanted))
        .isEqualTo("(" + inOne + " OR owner = :p1) AND ((region = ANY (cast(:p2 AS integer[]))))");
  }

  private static String visible(
      @Nullable List<Integer> regions, @Nullable OfficerId owner, @Nullable List<Integer> wanted) {
    var reach = new Reach(regions, owner, wanted);
    return new Conditions(new Parameters()).visible(reach, "region", "owner").sql();
  }
}
