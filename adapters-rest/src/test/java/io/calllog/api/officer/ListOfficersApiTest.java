package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RestOnFakes
class ListOfficersApiTest {

  private final Accounts accounts;
  private final String region;

  ListOfficersApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void are_ordered_by_name_ignoring_case() {
    for (String name : List.of("bob", "Émile", "Ada", "Carl", "ada", "zoe")) {
      create("name", name, "region", region);
    }

    assertThat(names(list("")))
        .satisfiesExactly(
            first -> assertThat(first).isEqualToIgnoringCase("ada"),
            second -> assertThat(second).isEqualToIgnoringCase("ada"),
            third -> assertThat(third).isEqualTo("bob"),
            fourth -> assertThat(fourth).isEqualTo("Carl"),
            fifth -> assertThat(fifth).isEqualTo("Émile"),
            sixth -> assertThat(sixth).isEqualTo("zoe"));
  }

  @Test
  void have_all_properties() {
    String id = create("name", "Ada", "region", region);
    Answer page = list("");

    assertThat(page.json().propertyNames()).containsExactlyInAnyOrder("items", "nextCursor");
    assertThat(page.at("/items/0").propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "email",
            "phone",
            "region",
            "leads",
            "role",
            "status",
            "createdAt",
            "updatedAt",
            "version");
    assertThat(page.text("/items/0/id")).isEqualTo(id);
    assertThat(page.at("/nextCursor").isNull()).isTrue();
    assertThat(page.header("Link")).isEmpty();
  }

  @Test
  void filters_by_status_and_role() {
    create("name", "a", "region", region);
    create("name", "b", "region", region, "status", "ON_LEAVE");
    create("name", "c", "region", region, "status", "INACTIVE");
    create("name", "d", "region", region, "role", "MANAGER");
    create("name", "e", "region", region, "role", "MANAGER", "status", "ON_LEAVE");

    assertThat(names(list("&status=ACTIVE"))).containsExactly("a", "d");
    assertThat(names(list("&status=INACTIVE"))).containsExactly("c");
    assertThat(names(list("&role=MANAGER"))).containsExactly("d", "e");
    assertThat(names(list("&role=MANAGER&status=ON_LEAVE"))).containsExactly("e");
    assertThat(names(list("&status=INACTIVE&status=ON_LEAVE&role=OFFICER&role=ADMIN")))
        .containsExactly("b", "c");
    assertThat(names(list("&role=ADMIN"))).isEmpty();
  }

  @Test
  void filters_by_a_subtree_of_regions() {
    create("name", "above", "region", region);
    create("name", "at", "region", region + "/UK");
    create("name", "below", "region", region + "/UK/London");
    create("name", "beside", "region", region + "/UKX");
    create("name", "dash", "region", region + "/UK-1");
    create("name", "dot", "region", region + "/UK.1");
    create("name", "digit", "region", region + "/UK2");

    assertThat(names(list(""))).hasSize(7);
    assertThat(names(in(region + "/UK"))).containsExactly("at", "below");
    assertThat(names(in(region + "/UK/London"))).containsExactly("below");
    assertThat(names(in(region + "/U"))).isEmpty();
    assertThat(names(in(region + "/UK/London/Soho"))).isEmpty();
  }

  @Test
  void filters_the_unassigned() {
    String id = create("name", "Wait " + region);
    Answer page = admin().get(Officers.PATH + "?region=unassigned&q=" + region).expect(200);

    assertThat(Officers.each(page, "id")).containsExactly(id);
  }

  @Test
  void filters_by_part_of_the_name_or_the_email() {
    String word = Accounts.unique();
    create("name", "Ada Lovelace", "region", region);
    create("name", "Adam", "region", region, "email", word + "@lovelace.example");
    create("name", "100% Bob_b", "region", region);

    assertThat(names(list("&q=lovelace"))).containsExactly("Ada Lovelace", "Adam");
    assertThat(names(list("&q=LOVE"))).containsExactly("Ada Lovelace", "Adam");
    assertThat(names(list("&q=" + word))).containsExactly("Adam");
    assertThat(names(list("&q=Lovelace+ada"))).containsExactly("Ada Lovelace", "Adam");
    assertThat(names(list("&q=ada+lovelace+" + word))).containsExactly("Adam");
    assertThat(names(list("&q=%25"))).containsExactly("100% Bob_b");
    assertThat(names(list("&q=_b"))).containsExactly("100% Bob_b");
    assertThat(names(list("&q=%5C"))).isEmpty();
    assertThat(names(list("&q=Lovelace%27%20OR%20%271"))).isEmpty();
  }

  @Test
  void pages_contain_every_officer_once() {
    List<String> names = new ArrayList<>();
    for (String name : List.of("a", "b", "b", "b", "c", "d", "e")) {
      create("name", name, "region", region);
      names.add(name);
    }
    List<String> walked = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Answer page = list("&limit=2");
    while (true) {
      walked.addAll(names(page));
      ids.addAll(Officers.each(page, "id"));
      if (page.at("/nextCursor").isNull()) {
        break;
      }
      String next = page.header("Link");
      assertThat(next).startsWith("<").endsWith(">; rel=\"next\"");
      assertThat(next).contains(page.text("/nextCursor"));
      page = admin().get(next.substring(1, next.indexOf('>'))).expect(200);
      // Inserted before the place that is reached, and so not seen; after it, and so seen below.
      create("name", "a0", "region", region);
    }

    assertThat(walked).isEqualTo(names);
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void pages_include_new_officers_and_tolerate_deleted_ones() {
    create("name", "a", "region", region);
    String b = create("name", "b", "region", region);
    create("name", "d", "region", region);
    Answer first = list("&limit=2");
    create("name", "c", "region", region);
    admin().delete(Officers.at(b)).expect(204);

    assertThat(names(list("&limit=200&cursor=" + first.text("/nextCursor"))))
        .containsExactly("c", "d");
  }

  @Test
  void counts_all_pages_on_request() {
    for (String name : List.of("a", "b", "c")) {
      create("name", name, "region", region);
    }
    Answer first = list("&limit=1&count=true");
    assertThat(first.at("/total").longValue()).isEqualTo(3);
    assertThat(first.json().has("totalIsLowerBound")).isFalse();

    Answer second = list("&limit=2&count=true&cursor=" + first.text("/nextCursor"));
    assertThat(names(second)).containsExactly("b", "c");
    assertThat(second.at("/total").longValue()).isEqualTo(3);
    assertThat(list("&count=false").json().has("total")).isFalse();
    assertThat(list("&role=ADMIN&count=true").at("/total").longValue()).isZero();
  }

  @Test
  void refuses_the_cursor_of_another_list() {
    create("name", "a", "region", region);
    create("name", "b", "region", region);
    String cursor = list("&limit=1").text("/nextCursor");

    for (String other : List.of("&status=ACTIVE", "&q=b", "&role=OFFICER")) {
      Answer answer = get("?region=" + region + other + "&cursor=" + cursor).expect(400);
      assertThat(Officers.errors(answer)).containsExactly("cursor");
    }
    get("?cursor=" + cursor).expect(400);
    admin().get("/api/clients?region=" + region + "&cursor=" + cursor).expect(400);
    get("?region=" + region + "&cursor=" + cursor.substring(1)).expect(400);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          limit,  0
          limit,  201
          limit,  -1
          limit,  1.5
          limit,  ten
          limit,  ''
          cursor, x
          cursor, ''
          status, GONE
          status, active
          role,   BOSS
          region, a//b
          count,  maybe
          sort,   name
          name,   Ada
          """)
  void refuses_an_invalid(String parameter, String value) {
    Answer answer = get("?" + parameter + "=" + value).expectProblem(400, "invalid-input");

    assertThat(Officers.errors(answer)).containsExactly(parameter);
  }

  @Test
  void reports_all_errors_together() {
    Answer answer = get("?limit=0&role=BOSS&status=x&region=*&x=1&q=a&q=b").expect(400);

    assertThat(Officers.errors(answer))
        .containsExactlyInAnyOrder("limit", "role", "status", "region", "x", "q");
  }

  @Test
  void the_default_page_has_50_officers() {
    for (int i = 0; i < 51; i++) {
      create("name", "n" + i, "region", region);
    }

    assertThat(list("").at("/items")).hasSize(50);
    assertThat(list("&limit=200").at("/items")).hasSize(51);
    assertThat(list("&limit=1").at("/items")).hasSize(1);
  }

  private Api admin() {
    return accounts.admin().api();
  }

  private String create(String... fields) {
    var body = Samples.officer((Object[]) fields);
    if (body.get("region") instanceof String path) {
      accounts.region(path);
    }
    return admin().post(Officers.PATH, body).expect(201).id();
  }

  private Answer get(String query) {
    return admin().get(Officers.PATH + query);
  }

  private Answer list(String more) {
    return get("?region=" + region + more).expect(200);
  }

  private Answer in(String subtree) {
    return get("?region=" + subtree).expect(200);
  }

  private static List<String> names(Answer page) {
    return Officers.each(page, "name");
  }
}
