package io.calllog.cache.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.Summary;
import io.calllog.application.analytics.view.Volumes;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** The types in here stand for releases: each holds the same names in another shape. */
class ShapeVersionTest {

  @Test
  void is_the_same_each_time() {
    assertThat(version(new TypeReference<Kept<Volumes>>() {}))
        .isEqualTo(version(new TypeReference<Kept<Volumes>>() {}))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void is_another_for_each_view() {
    assertThat(version(new TypeReference<Kept<Volumes>>() {}))
        .isNotEqualTo(version(new TypeReference<Kept<Summary>>() {}));
  }

  @Test
  void changes_with_names_types_and_order_of_components_and_with_constants() {
    Stream<Type> releases =
        Stream.of(
            First.View.class,
            Renamed.View.class,
            Retyped.View.class,
            Reordered.View.class,
            Longer.View.class,
            OtherElements.View.class,
            OtherConstants.View.class);
    assertThat(releases.map(ShapeVersionTest::withoutRelease)).doesNotHaveDuplicates();
  }

  @Test
  void stays_when_nothing_but_methods_changes() {
    assertThat(withoutRelease(WithMethods.View.class)).isEqualTo(withoutRelease(First.View.class));
  }

  @Test
  void ends_with_types_that_hold_themselves() {
    assertThat(ShapeVersion.of(Tree.class)).isNotEmpty();
  }

  private static String version(TypeReference<?> type) {
    return ShapeVersion.of(type.getType());
  }

  /** The shapes as text, as if the releases had their names in common. */
  private static String withoutRelease(Type type) {
    return ShapeVersion.describe(type).replaceAll("ShapeVersionTest\\$[A-Za-z]+\\$", "");
  }

  record Tree(List<Tree> branches) {}

  interface First {
    record View(List<First.Row> rows) {}

    record Row(First.Kind kind, long calls, long seconds) {}

    enum Kind {
      ONE,
      TWO
    }
  }

  interface WithMethods {
    record View(List<WithMethods.Row> rows) {
      int size() {
        return rows.size();
      }
    }

    record Row(WithMethods.Kind kind, long calls, long seconds) {}

    enum Kind {
      ONE,
      TWO;

      boolean isOne() {
        return this == ONE;
      }
    }
  }

  interface Renamed {
    record View(List<Renamed.Row> rows) {}

    record Row(Renamed.Kind kind, long calls, long duration) {}

    enum Kind {
      ONE,
      TWO
    }
  }

  interface Retyped {
    record View(List<Retyped.Row> rows) {}

    record Row(Retyped.Kind kind, long calls, int seconds) {}

    enum Kind {
      ONE,
      TWO
    }
  }

  interface Reordered {
    record View(List<Reordered.Row> rows) {}

    record Row(Reordered.Kind kind, long seconds, long calls) {}

    enum Kind {
      ONE,
      TWO
    }
  }

  interface Longer {
    record View(List<Longer.Row> rows) {}

    record Row(Longer.Kind kind, long calls, long seconds, long connected) {}

    enum Kind {
      ONE,
      TWO
    }
  }

  interface OtherElements {
    record View(List<Long> rows) {}
  }

  interface OtherConstants {
    record View(List<OtherConstants.Row> rows) {}

    record Row(OtherConstants.Kind kind, long calls, long seconds) {}

    enum Kind {
      ONE,
      TWO,
      THREE
    }
  }
}
