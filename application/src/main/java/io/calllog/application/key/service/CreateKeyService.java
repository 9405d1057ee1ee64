package io.calllog.application.key.service;

import static io.calllog.application.audit.AuditAction.KEY_CREATED;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.key.KeySecret;
import io.calllog.application.key.port.in.CreateKey;
import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.RandomSecrets;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

@UseCase(TxMode.WRITE)
final class CreateKeyService implements CreateKey {

  private final ApiKeyRepository keys;
  private final RandomSecrets secrets;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  CreateKeyService(
      ApiKeyRepository keys,
      RandomSecrets secrets,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.keys = keys;
    this.secrets = secrets;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Created create(Command command) {
    Caller caller = command.caller();
    if (caller != null) {
      caller.actor().requireAdmin();
    }
    Instant now = clock.instant();
    KeySecret secret = KeySecret.of(secrets.next());
    ApiKey key =
        ApiKey.create(
            new ApiKeyId(ids.next(now)),
            command.details(),
            command.scopes(),
            command.region(),
            secret.prefix(),
            now);
    keys.add(key, secret.hash(), caller == null ? null : caller.actor().id());
    trail.record(
        caller == null
            ? AuditEntry.bySystem(now, KEY_CREATED, Subject.of(key), changes(key))
            : AuditEntry.done(now, caller, KEY_CREATED, Subject.of(key), changes(key)));
    return new Created(secret, new ApiKeyView(key, null));
  }

  private static List<FieldChange> changes(ApiKey key) {
    List<FieldChange> changes = new ArrayList<>(FieldChanges.between(null, key.details()));
    String scopes = key.scopes().stream().map(Scope::toString).collect(Collectors.joining(", "));
    changes.add(FieldChange.of("scopes", null, scopes));
    changes.add(FieldChange.of("region", null, key.region().path()));
    return changes;
  }
}
