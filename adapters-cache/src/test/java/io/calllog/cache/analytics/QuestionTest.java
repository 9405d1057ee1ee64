package io.calllog.cache.analytics;

import static io.calllog.cache.analytics.Samples.ALL;
import static io.calllog.cache.analytics.Samples.ANN;
import static io.calllog.cache.analytics.Samples.BEN;
import static io.calllog.cache.analytics.Samples.UK;
import static io.calllog.cache.analytics.Samples.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Region;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuestionTest {

  private static final Visibility EVERYTHING = Visibility.EVERYTHING;

  @Test
  void reads_like_what_was_asked() {
    FiguresFilter filter = new FiguresFilter(WEEK, UK, Set.of(ANN));
    assertThat(Question.of(filter, new Visibility.TerritoryAndOwn(new Region("EMEA"), BEN)))
        .isEqualTo(
            "from=2026-11-15;to=2026-11-22;region=\"EMEA/UK\";officers=[%s];".formatted(ANN)
                + "sees=territory(\"EMEA\")+own(%s)".formatted(BEN));
  }

  @Test
  void is_another_for_everyone_who_sees_something_else() {
    assertAllDiffer(
        List.of(
            Question.of(ALL, EVERYTHING),
            Question.of(ALL, new Visibility.Territory(Region.ROOT)),
            Question.of(ALL, new Visibility.Territory(UK)),
            Question.of(ALL, new Visibility.Territory(new Region("EMEA/UKX"))),
            Question.of(ALL, new Visibility.Own(ANN)),
            Question.of(ALL, new Visibility.Own(BEN)),
            Question.of(ALL, new Visibility.TerritoryAndOwn(UK, ANN)),
            Question.of(ALL, new Visibility.TerritoryAndOwn(UK, BEN)),
            Question.of(ALL, new Visibility.TerritoryAndOwn(Region.ROOT, ANN))));
  }

  @Test
  void is_another_with_each_field_of_the_filter() {
    assertAllDiffer(
        List.of(
            Question.of(ALL, EVERYTHING),
            Question.of(
                new FiguresFilter(
                    new DayRange(WEEK.from().minusDays(1), WEEK.to()), null, Set.of()),
                EVERYTHING),
            Question.of(
                new FiguresFilter(new DayRange(WEEK.from(), WEEK.to().plusDays(1)), null, Set.of()),
                EVERYTHING),
            Question.of(new FiguresFilter(WEEK, UK, Set.of()), EVERYTHING),
            Question.of(new FiguresFilter(WEEK, Region.ROOT, Set.of()), EVERYTHING),
            Question.of(new FiguresFilter(WEEK, new Region("any"), Set.of()), EVERYTHING),
            Question.of(new FiguresFilter(WEEK, null, Set.of(ANN)), EVERYTHING),
            Question.of(new FiguresFilter(WEEK, null, Set.of(BEN)), EVERYTHING),
            Question.of(new FiguresFilter(WEEK, null, Set.of(ANN, BEN)), EVERYTHING)));
  }

  @Test
  void is_another_with_a_comparison() {
    assertAllDiffer(
        List.of(Question.of(ALL, true, EVERYTHING), Question.of(ALL, false, EVERYTHING)));
  }

  @Test
  void is_another_with_each_field_of_the_page() {
    UUID id = new UUID(3, 3);
    assertAllDiffer(
        List.of(
            page(new Paging<>(50, null, false)),
            page(new Paging<>(51, null, false)),
            page(new Paging<>(50, null, true)),
            page(new Paging<>(50, new ByName("ann", id), false)),
            page(new Paging<>(50, new ByName("ben", id), false)),
            page(new Paging<>(50, new ByName("ann", new UUID(3, 4)), false))));
  }

  @Test
  void is_the_same_whatever_the_order_of_officers() {
    List<OfficerId> officers =
        LongStream.range(0, 50).mapToObj(i -> new OfficerId(new UUID(i, i))).toList();
    assertThat(Question.of(officersOnly(officers.reversed()), EVERYTHING))
        .isEqualTo(Question.of(officersOnly(officers), EVERYTHING));
  }

  @Test
  void cannot_be_forged_by_names() {
    UUID id = new UUID(3, 3);
    assertAllDiffer(
        List.of(
            page(new Paging<>(50, new ByName("a\"," + id + ");counted=true", id), false)),
            page(new Paging<>(50, new ByName("a", id), true)),
            page(new Paging<>(50, new ByName("a\\", id), true)),
            page(new Paging<>(50, new ByName("a\\u005c", id), true)),
            page(new Paging<>(50, new ByName("a?", id), true)),
            page(new Paging<>(50, new ByName("a\u00e9", id), true)),
            page(new Paging<>(50, new ByName("a\ud800", id), true)),
            page(new Paging<>(50, new ByName("a\ud801", id), true))));
  }

  @Test
  void is_plain_ascii() {
    Visibility visibility = new Visibility.Territory(new Region("Île-de-France/Łódź"));
    assertThat(Question.of(ALL, visibility))
        .matches("[ -~]+")
        .contains("\"\\u00cele-de-France/\\u0141\\u00f3d\\u017a\"");
  }

  private static FiguresFilter officersOnly(List<OfficerId> officers) {
    return new FiguresFilter(WEEK, null, new LinkedHashSet<>(officers));
  }

  private static String page(Paging<ByName> paging) {
    return Question.of(ALL, EVERYTHING, paging);
  }

  private static void assertAllDiffer(List<String> questions) {
    assertThat(questions).doesNotHaveDuplicates();
  }
}
