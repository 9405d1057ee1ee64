package io.calllog.api.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating and reading regions. */
@RestOnFakes
class RegionApiTest {

  private static final String PATH = Regions.PATH;

  private final Accounts accounts;
  private final Api admin;
  private final String root = Accounts.newRegion();

  RegionApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
  }

  @Test
  void is_created_with_those_above_it() {
    Answer created = create(root + "/UK/London").expect(201);

    assertThat(created.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id", "path", "officers", "clients", "createdAt", "updatedAt", "version");
    assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
    assertThat(created.text("/path")).isEqualTo(root + "/UK/London");
    assertThat(created.at("/officers").intValue()).isZero();
    assertThat(created.at("/clients").intValue()).isZero();
    assertThat(created.text("/createdAt")).endsWith("Z").isEqualTo(created.text("/updatedAt"));
    assertThat(created.header("Location")).isEqualTo(PATH + "/" + created.id());
    Answer read = admin.get(created.header("Location")).expect(200);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.etag()).isEqualTo(created.etag()).matches("\"0\\.[0-9a-f]+\"");
    assertThat(Regions.below(admin, root)).containsExactly(root + "/UK", root + "/UK/London");
  }

  @Test
  void is_created_once() {
    create(root + "/UK").expect(201);

    for (String path : new String[] {root, root + "/UK", "", "unassigned"}) {
      create(path).expectProblem(409, "region-exists");
    }
    create(root + "/New York").expect(201);
    for (String path : new String[] {"/uk", "/U K", "/uk/London", "/NewYork", "/ new  york "}) {
      create(root + path).expectProblem(409, "region-exists");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a", "a/", "a//b", "a/b/c/d/e/f/g", "a\\b", "a;b", "a/b%2fc", "a / /b", " "})
  void is_not_created_with_a_malformed_path(String path) {
    assertThat(ProblemShape.places(create(path))).containsExactly("/path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Côte d'Ivoire",
        "Washington, D.C.",
        "Bosnia & Herzegovina",
        "(North)",
        "St. John’s"
      })
  void can_have_the_punctuation_of_names(String name) {
    assertThat(create(root + " / " + name + "\u200B").expect(201).text("/path"))
        .isEqualTo(root + "/" + name);
  }

  @Test
  void has_a_path_and_nothing_else_to_give() {
    for (Object wrong : new Object[] {1, true, List.of("A"), Api.json("path", "A")}) {
      assertThat(ProblemShape.places(admin.post(PATH, Api.json("path", wrong))))
          .containsExactly("/path");
    }
    assertThat(ProblemShape.places(admin.post(PATH, Api.json()))).containsExactly("/path");
    assertThat(ProblemShape.places(admin.post(PATH, Api.json("path", null, "officers", 1))))
        .containsExactlyInAnyOrder("/path", "/officers");
    assertThat(ProblemShape.places(admin.post(PATH + "?x=1", Api.json("path", "a//b"))))
        .containsExactlyInAnyOrder("/path", "?x");
  }

  @Test
  void is_listed_by_path_in_pages() {
    List<String> paths = new ArrayList<>();
    for (String name : new String[] {"A", "A/B", "A-B", "B", "c", "É"}) {
      accounts.region(root + "/" + name);
      paths.add(root + "/" + name);
    }
    // in the order of the bytes: "-" is before "/"
    List<String> ordered =
        List.of(root + "/A", root + "/A-B", root + "/A/B", root + "/B", root + "/c", root + "/É");
    assertThat(paths).containsExactlyInAnyOrderElementsOf(ordered);
    String list = PATH + "?limit=2&count=true&below=" + root;

    Answer first = admin.get(list).expect(200);
    Answer second = admin.get(list + "&cursor=" + first.text("/nextCursor")).expect(200);
    String link = second.header("Link");
    Answer third = admin.get(link.substring(1, link.indexOf('>'))).expect(200);

    List<String> walked = new ArrayList<>(paths(first));
    walked.addAll(paths(second));
    walked.addAll(paths(third));
    assertThat(walked).isEqualTo(ordered);
    assertThat(third.at("/nextCursor").isNull()).isTrue();
    for (Answer page : List.of(first, second, third)) {
      assertThat(page.at("/total").intValue()).isEqualTo(6);
    }
    assertThat(ProblemShape.places(admin.get(PATH + "?cursor=" + first.text("/nextCursor"))))
        .containsExactly("?cursor");
  }

  @Test
  void is_listed_below_another_one() {
    accounts.region(root + "/UK/London/East");
    accounts.region(root + "/UKX");

    assertThat(Regions.below(admin, root + "/UK"))
        .containsExactly(root + "/UK/London", root + "/UK/London/East");
    assertThat(Regions.below(admin, root + "/UK/London/East")).isEmpty();
    assertThat(Regions.below(admin, root + "/Nowhere")).isEmpty();
    assertThat(Regions.below(admin, "unassigned")) // other tests create some
        .allSatisfy(path -> assertThat(path).startsWith("unassigned/"));
    Answer all = admin.get(PATH + "?limit=1").expect(200);
    assertThat(paths(all)).containsExactly("");
    assertThat(Regions.below(admin, "")).isNotEmpty().doesNotContain("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "below=a//b", "below=a&below=b", "cursor=x", "path=a", "q=a"})
  void is_not_listed_with_a_wrong_parameter(String query) {
    assertThat(ProblemShape.places(admin.get(PATH + "?" + query)))
        .containsExactly("?" + query.substring(0, query.indexOf('=')));
  }

  /** Those of the root, UK, UK/London, UK/London/East, UKX and DE that are seen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OFFICER | UK         |               | UK UK/London UK/London/East
          MANAGER | UK         |               | UK UK/London UK/London/East
          MANAGER | UK         | DE            | DE
          MANAGER | DE         | UKX UK/London | UK/London UK/London/East UKX
          MANAGER | UK         | UK/London UK  | UK UK/London UK/London/East
          OFFICER | unassigned |               |
          MANAGER | unassigned |               |
          MANAGER | unassigned | DE            | DE
          ADMIN   | DE         |               | DE UK UK/London UK/London/East UKX
          """)
  void is_seen_in_the_territory(
      String role, String place, @Nullable String leads, @Nullable String seen) {
    for (String name : new String[] {"UK/London/East", "UKX", "DE"}) {
      accounts.region(root + "/" + name);
    }
    String placed = place.equals("unassigned") ? place : root + "/" + place;
    Account actor =
        leads == null
            ? accounts.create(role, placed)
            : accounts.leader(placed, under(leads).toArray(String[]::new));

    assertThat(Regions.below(actor.api(), root)).isEqualTo(under(seen));
    for (String path : Regions.below(admin, root)) {
      actor.api().get(Regions.at(admin, path)).expect(under(seen).contains(path) ? 200 : 404);
    }
    if (!role.equals("ADMIN")) {
      Answer all = actor.api().get(PATH + "?count=true").expect(200);
      assertThat(paths(all)).isEqualTo(under(seen));
      assertThat(all.at("/total").intValue()).isEqualTo(under(seen).size());
    }
  }

  @Test
  void counts_whoever_is_directly_in_it_and_its_tag_changes_with_them() {
    Account officer = accounts.officer(root);
    accounts.officer(root + "/UK");
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String path = Regions.at(admin, root);
    Answer both = officer.api().get(path).expect(200);
    assertThat(both.at("/officers").intValue()).isEqualTo(1);
    assertThat(both.at("/clients").intValue()).isEqualTo(1);
    Api cached = officer.api().with("If-None-Match", both.etag());
    cached.get(path).expect(304);

    admin.delete("/api/clients/" + client).expect(204);

    Answer one = cached.get(path).expect(200);
    assertThat(one.at("/officers").intValue()).isEqualTo(1);
    assertThat(one.at("/clients").intValue()).isZero();
    assertThat(one.text("/updatedAt")).isEqualTo(both.text("/updatedAt"));
    admin.ifMatch(both.etag()).patch(path, Api.json("path", root)).expect(200);
    Answer item = admin.get(PATH + "?below=&limit=200").expect(200);
    assertThat(item.at("/items/0").propertyNames())
        .containsExactlyInAnyOrderElementsOf(one.json().propertyNames());
  }

  @Test
  void that_does_not_exist_is_not_found() {
    String path = PATH + "/" + UUID.randomUUID();
    admin.get(path).expectProblem(404, "not-found");
    admin.patch(path, Api.json("path", root)).expectProblem(404, "not-found");
    admin.delete(path).expectProblem(404, "not-found");
    assertThat(ProblemShape.places(admin.get(PATH + "/7"))).containsExactly("?id");
  }

  private Answer create(String path) {
    return admin.post(PATH, Api.json("path", path));
  }

  private List<String> under(@Nullable String names) {
    return names == null
        ? List.of()
        : Stream.of(names.split(" ", -1)).map(name -> root + "/" + name).toList();
  }

  private static List<String> paths(Answer page) {
    return page.at("/items").valueStream().map(item -> item.at("/path").asString()).toList();
  }
}
