package io.calllog.application.key.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.key.KeySecret;
import io.calllog.application.key.port.in.CreateKey;
import io.calllog.application.key.port.in.KeyQueries;
import io.calllog.application.key.port.in.ReviseKey;
import io.calllog.application.key.port.in.RevokeKey;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyServicesTest {

  private static final ApiKeyDetails DETAILS =
      new ApiKeyDetails(new Name("PBX"), RequestsPerMinute.DEFAULT, null);

  private final Office office = new Office();
  private final CreateKey createKey =
      new CreateKeyService(
          office.keys,
          () -> "Qx3vT8m2Lr0aZk5Wb9YcHs7NdJf4GpEu1Vi6Oo_Xq-A",
          office.audit,
          office.ids,
          office.clock);
  private final ReviseKey reviseKey =
      new ReviseKeyService(office.keys, office.keys, office.audit, office.clock);
  private final RevokeKey revokeKey = new RevokeKeyService(office.keys, office.audit, office.clock);
  private final KeyQueries queries = new KeyQueriesService(office.keys, office.unitOfWork);

  @Test
  void an_administrator_creates_a_key() {
    CreateKey.Created created = create(office.caller(office.admin), office.uk);

    assertThat(created.key().key().region()).isEqualTo(office.uk);
    assertThat(created.key().key().prefix()).isEqualTo("clk_Qx3v");
    assertThat(office.keys.use(created.secret().hash(), Samples.NOW)).contains(created.key().key());
    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.KEY_CREATED);
    assertThat(entry.actor()).isEqualTo(ActorId.of(office.admin.id()));
    assertThat(entry.changes())
        .containsExactly(
            FieldChange.of("name", null, "PBX"),
            FieldChange.of("requestsPerMinute", null, 1200),
            FieldChange.of("scopes", null, "calls:write, clients:read"),
            FieldChange.of("region", null, office.uk.path()));
    assertThat(entry.toString()).doesNotContain(created.secret().value());
  }

  @Test
  void the_operator_creates_a_key() {
    create(null, RegionPath.ROOT);

    assertThat(office.audit.only().actor()).isNull();
  }

  @Test
  void invalid_keys_are_not_created() {
    assertInvalid(
        "unknown-reference",
        () -> create(office.caller(office.admin), new RegionPath("nowhere")),
        "region");
    assertInvalid(
        "not-a-territory",
        () -> create(office.caller(office.admin), RegionPath.UNASSIGNED),
        "region");
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void a_key_is_changed() {
    ApiKeyId id = create(null, office.uk).key().key().id();
    var details = new ApiKeyDetails(new Name("Exchange"), new RequestsPerMinute(5), null);

    assertThat(revise(office.admin, id, details).key().details()).isEqualTo(details);
    assertThat(revise(office.admin, id, details).key().version()).isEqualTo(1);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.KEY_CREATED, AuditAction.KEY_CHANGED);
    assertStale(() ->
        reviseKey.revise(
            new ReviseKey.Command(office.caller(office.admin), id, STALE, _ -> DETAILS)));
  }

  @Test
  void a_key_is_revoked() {
    CreateKey.Created created = create(null, office.uk);
    ApiKeyId id = created.key().key().id();
    assertStale(
        () -> revokeKey.revoke(new RevokeKey.Command(office.caller(office.admin), id, STALE)));

    revoke(office.admin, id);

    assertThat(office.keys.use(created.secret().hash(), Samples.NOW)).isEmpty();
    assertNotFound(() -> revoke(office.admin, id));
    assertNotFound(() -> revise(office.admin, id, DETAILS));
    assertNotFound(() -> queries.find(office.actor(office.admin), id));
    assertThat(office.audit.entries().getLast().action()).isEqualTo(AuditAction.KEY_REVOKED);
  }

  @Test
  void only_administrators_may() {
    ApiKeyId id = create(null, office.uk).key().key().id();
    var unknown = new ApiKeyId(UUID.randomUUID());
    for (Officer officer : List.of(office.manager, office.anna)) {
      assertNotPermitted(() -> create(office.caller(officer), office.uk));
      assertNotPermitted(() -> revise(officer, id, DETAILS));
      assertNotPermitted(() -> revoke(officer, unknown));
      assertNotPermitted(() -> queries.find(office.actor(officer), id));
      assertNotPermitted(() -> queries.list(office.actor(officer), Paging.first()));
    }
    var key = office.keys.findForUpdate(id).orElseThrow();
    assertNotPermitted(() -> create(Caller.of(key, Origin.INTERNAL), office.uk));
    assertThat(queries.list(office.actor(office.admin), Paging.first()).items()).hasSize(1);
  }

  private CreateKey.Created create(@Nullable Caller caller, RegionPath region) {
    var scopes = List.of(Scope.CALLS_WRITE, Scope.CLIENTS_READ);
    CreateKey.Created created =
        createKey.create(new CreateKey.Command(caller, DETAILS, scopes, region));
    assertThat(KeySecret.parse(created.secret().value())).contains(created.secret());
    return created;
  }

  private ApiKeyView revise(Officer by, ApiKeyId id, ApiKeyDetails details) {
    return reviseKey.revise(
        new ReviseKey.Command(office.caller(by), id, ExpectedVersion.ANY, _ -> details));
  }

  private void revoke(Officer by, ApiKeyId id) {
    revokeKey.revoke(new RevokeKey.Command(office.caller(by), id, ExpectedVersion.ANY));
  }
}
