package io.calllog.application.key.port.out;

import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.region.port.out.InMemoryRegions;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.InMemoryTable;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fake of the ports for keys, which knows every change and every use at once. Thread-safe. */
public final class InMemoryKeys
    implements ApiKeyRepository, ApiKeyViews, ValidKeys, InMemoryRegions.Members {

  private final InMemoryTable<ApiKeyId, ApiKey> table =
      new InMemoryTable<>(ApiKey::id, ApiKey::version, InMemoryKeys::withVersion);
  private final Map<String, ApiKeyId> hashes = new ConcurrentHashMap<>();
  private final Map<ApiKeyId, Instant> uses = new ConcurrentHashMap<>();
  private final InMemoryRegions regions;

  /** Creates an empty fake. Keys are placed in these regions. */
  public InMemoryKeys(InMemoryRegions regions) {
    this.regions = regions;
    regions.register(this);
  }

  @Override
  public Optional<ApiKey> findForUpdate(ApiKeyId id) {
    return table.living(id);
  }

  @Override
  public void add(ApiKey key, String hash, @Nullable ActorId creator) {
    regions.requireExists(key.region(), "region");
    if (!table.addIfAbsent(key) || hashes.putIfAbsent(hash, key.id()) != null) {
      throw new IllegalStateException("The id or the hash was used before: " + key.id());
    }
  }

  @Override
  public ApiKey update(ApiKey key) {
    return table.update(key);
  }

  @Override
  public void remove(ApiKey key, Instant now) {
    table.remove(key);
  }

  @Override
  public Optional<ApiKeyView> find(ApiKeyId id) {
    return table.living(id).map(this::view);
  }

  @Override
  public Slice<ApiKeyView, ByName> list(Paging<ByName> paging) {
    return Ordering.page(
        table.living().stream().map(this::view),
        view ->
            new ByName(
                Ordering.folded(view.key().details().name().value()), view.key().id().value()),
        Ordering.BY_NAME,
        paging);
  }

  @Override
  public Optional<ApiKey> use(String hash, Instant now) {
    Optional<ApiKey> valid =
        Optional.ofNullable(hashes.get(hash))
            .flatMap(table::living)
            .filter(key -> !key.isExpired(now));
    valid.ifPresent(key -> uses.put(key.id(), now));
    return valid;
  }

  @Override
  public boolean hasKeyIn(RegionPath path) {
    return table.living().stream().map(ApiKey::region).anyMatch(path::contains);
  }

  @Override
  public void move(RegionPath from, RegionPath to) {
    table.replaceAll(
        key -> from.contains(key.region()) ? key.in(key.region().moved(from, to)) : key);
  }

  /** Returns the name of a key that was not revoked. */
  public Optional<Name> livingName(ActorId id) {
    return table.living(new ApiKeyId(id.value())).map(key -> key.details().name());
  }

  /** Returns the name of a key, revoked or not. */
  public Optional<Name> nameOf(ActorId id) {
    return table.livingOrDeleted(new ApiKeyId(id.value())).map(key -> key.details().name());
  }

  private ApiKeyView view(ApiKey key) {
    return new ApiKeyView(key, uses.get(key.id()));
  }

  private static ApiKey withVersion(ApiKey key, long version) {
    return new ApiKey(
        key.id(),
        key.details(),
        key.scopes(),
        key.region(),
        key.prefix(),
        key.createdAt(),
        key.updatedAt(),
        version);
  }
}
