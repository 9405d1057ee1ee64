package io.calllog.application.key.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.out.CallReferences.References;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Sha256;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link ApiKeyRepository}, {@link ApiKeyViews} and {@link ValidKeys}. */
public abstract class KeysContract extends StorageContract {

  private static final Instant LATER = Samples.NOW.plusSeconds(60);

  @Test
  void returns_a_key_as_it_was_stored() {
    ApiKey key = keep(samples.key("PBX", samples.below("UK")), samples.token());
    ApiKey root = keep(samples.key("BI", RegionPath.ROOT), samples.token() + "root");

    assertThat(storage().keyViews().find(key.id())).contains(new ApiKeyView(key, null));
    assertThat(storage().keyViews().find(root.id())).contains(new ApiKeyView(root, null));
    assertThat(locked(key.id())).contains(key);
    assertThat(storage().keyViews().find(new ApiKeyId(samples.id(Samples.NOW)))).isEmpty();
  }

  @Test
  void is_not_added_to_a_region_that_does_not_exist() {
    assertInvalid(
        "region",
        () ->
            doInTransaction(() ->
                storage()
                    .keys()
                    .add(
                        samples.key("PBX", samples.below("nowhere")),
                        Sha256.hex(samples.token()),
                        null)));
  }

  @Test
  void is_changed_once_for_each_version() {
    ApiKey key = keep(samples.key("PBX", samples.root()), samples.token());
    var details = new ApiKeyDetails(new Name("Exchange"), new RequestsPerMinute(5), LATER);
    ApiKey revised = key.revise(_ -> details, Samples.NOW);

    ApiKey updated = inTransaction(() -> storage().keys().update(revised));

    assertThat(updated.version()).isEqualTo(1);
    assertThat(updated.details()).isEqualTo(details);
    assertThat(locked(key.id())).contains(updated);
    assertConflict("lost-race", () -> inTransaction(() -> storage().keys().update(revised)));
    assertConflict("lost-race", () -> doInTransaction(() -> storage().keys().remove(key, LATER)));
  }

  @Test
  void is_valid_until_it_is_revoked() {
    String text = samples.token();
    ApiKey key = keep(samples.key("PBX", samples.root()), text);

    assertThat(use(text, Samples.NOW)).contains(key);
    assertThat(use(text + "x", Samples.NOW)).isEmpty();

    doInTransaction(() -> storage().keys().remove(key, LATER));

    assertThat(use(text, LATER)).isEmpty();
    assertThat(storage().keyViews().find(key.id())).isEmpty();
    assertThat(locked(key.id())).isEmpty();
  }

  @Test
  void is_valid_until_it_expires() {
    String text = samples.token();
    ApiKey key = keep(samples.key("PBX", samples.root()), text);
    var details = new ApiKeyDetails(new Name("PBX"), new RequestsPerMinute(5), LATER);

    ApiKey expiring =
        inTransaction(() -> storage().keys().update(key.revise(_ -> details, Samples.NOW)));

    assertThat(use(text, LATER.minusMillis(1))).contains(expiring);
    assertThat(use(text, LATER)).isEmpty();
  }

  @Test
  void follows_its_region() {
    String text = samples.token();
    keep(samples.key("PBX", samples.below("UK")), text);
    doInTransaction(() -> {
      storage().regions().lock();
      var region =
          storage()
              .regions()
              .findSimilar(samples.below("UK"))
              .getFirst()
              .revise(d -> new RegionDetails(samples.below("GB")), List.of(), LATER);
      storage().regions().move(region, samples.below("UK"));
    });

    assertThat(use(text, LATER).orElseThrow().region()).isEqualTo(samples.below("GB"));
    assertThat(inTransaction(() -> storage().regions().lockAndCheckInUse(samples.root()))).isTrue();
  }

  @Test
  void keeps_its_region_in_use_until_it_is_revoked() {
    ApiKey key = keep(samples.key("PBX", samples.below("UK")), samples.token());

    assertThat(isInUse(samples.below("UK"))).isTrue();
    assertThat(isInUse(samples.root())).isTrue();

    doInTransaction(() -> storage().keys().remove(key, LATER));

    assertThat(isInUse(samples.root())).isFalse();
  }

  @Test
  void are_listed_by_name() {
    NAMES_IN_ORDER
        .reversed()
        .forEach(name ->
            keep(
                samples.key(samples.token() + " " + name, samples.root()), name + samples.token()));

    List<ApiKeyView> listed = walk(7, (Paging<ByName> paging) -> storage().keyViews().list(paging));

    assertThat(listed)
        .extracting(view -> view.key().details().name().value())
        .filteredOn(name -> name.startsWith(samples.token()))
        .containsExactlyElementsOf(
            NAMES_IN_ORDER.stream().map(name -> samples.token() + " " + name).toList());
  }

  @Test
  void names_who_logs_calls() {
    ApiKey key = keep(samples.key("PBX", samples.root()), samples.token());
    ActorId actor = key.asActor().id();

    assertThat(find(actor).actors()).isEqualTo(Map.of(actor, new Name("PBX")));
    assertThat(find(actor).officers()).isEmpty();

    doInTransaction(() -> storage().keys().remove(key, LATER));

    assertThat(find(actor).actors()).isEmpty();
  }

  private References find(ActorId actor) {
    return storage()
        .callReferences()
        .find(Set.of(), Set.of(actor), Set.of(), Set.of(), Set.of(), Samples.NOW);
  }

  private boolean isInUse(RegionPath region) {
    return inTransaction(() -> {
      storage().regions().lock();
      return storage().regions().lockAndCheckInUse(region);
    });
  }

  private Optional<ApiKey> use(String text, Instant now) {
    return storage().validKeys().use(Sha256.hex(text), now);
  }

  private Optional<ApiKey> locked(ApiKeyId id) {
    return inTransaction(() -> storage().keys().findForUpdate(id));
  }
}
