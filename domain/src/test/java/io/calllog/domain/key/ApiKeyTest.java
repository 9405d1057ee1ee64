package io.calllog.domain.key;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

  private static final ApiKeyId ID = new ApiKeyId(new UUID(1, 1));
  private static final RegionPath UK = new RegionPath("EMEA/UK");
  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void is_created_with_scopes_in_a_region() {
    ApiKey key = create(List.of(Scope.CALLS_READ), UK, null);

    assertThat(key)
        .isEqualTo(
            new ApiKey(ID, details(null), List.of(Scope.CALLS_READ), UK, "clk_Abcd", NOW, NOW, 0));
    assertThat(key.asActor()).isEqualTo(Actor.ofKey(new ActorId(ID.value()), UK));
    assertThat(create(List.of(Scope.values()), RegionPath.ROOT, LATER).region().isRoot()).isTrue();
  }

  @Test
  void is_not_created_with_mistakes() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> create(List.of(), RegionPath.UNASSIGNED, NOW))
        .satisfies(refusal ->
            assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactly("scopes", "region", "expiresAt"));
    assertInvalid(
        "scopes", "duplicate", () -> create(List.of(Scope.CALLS_READ, Scope.CALLS_READ), UK, null));
  }

  @Test
  void expires() {
    ApiKey key = create(List.of(Scope.CALLS_READ), UK, LATER);

    assertThat(key.isExpired(LATER.minusMillis(1))).isFalse();
    assertThat(key.isExpired(LATER)).isTrue();
    assertThat(create(List.of(Scope.CALLS_READ), UK, null).isExpired(LATER)).isFalse();
  }

  @Test
  void is_changed_also_after_it_has_expired() {
    ApiKey key = create(List.of(Scope.CALLS_READ), UK, LATER);
    Instant afterwards = LATER.plusSeconds(1);
    var named = new ApiKeyDetails(new Name("Exchange"), RequestsPerMinute.DEFAULT, LATER);

    ApiKey revised = key.revise(_ -> named, afterwards);

    assertThat(revised.details()).isEqualTo(named);
    assertThat(revised.updatedAt()).isEqualTo(afterwards);
    assertThat(revised.revise(_ -> named, afterwards)).isSameAs(revised);
    assertThat(revised.revise(_ -> details(null), afterwards).isExpired(afterwards)).isFalse();
    assertInvalid(
        "expiresAt", "out-of-range", () -> key.revise(_ -> details(afterwards), afterwards));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 60_001, Integer.MAX_VALUE})
  void the_limit_has_a_range(int requests) {
    assertInvalid("requestsPerMinute", "out-of-range", () -> new RequestsPerMinute(requests));
    assertThat(new RequestsPerMinute(RequestsPerMinute.MAX).value()).isEqualTo(60_000);
  }

  private static ApiKey create(List<Scope> scopes, RegionPath region, @Nullable Instant expiresAt) {
    return ApiKey.create(ID, details(expiresAt), scopes, region, "clk_Abcd", NOW);
  }

  private static ApiKeyDetails details(@Nullable Instant expiresAt) {
    return new ApiKeyDetails(new Name("PBX"), RequestsPerMinute.DEFAULT, expiresAt);
  }
}
