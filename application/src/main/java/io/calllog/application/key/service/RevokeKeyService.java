package io.calllog.application.key.service;

import static io.calllog.application.audit.AuditAction.KEY_REVOKED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.key.port.in.RevokeKey;
import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.shared.NotFound;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RevokeKeyService implements RevokeKey {

  private final ApiKeyRepository keys;
  private final AuditTrail trail;
  private final InstantSource clock;

  RevokeKeyService(ApiKeyRepository keys, AuditTrail trail, InstantSource clock) {
    this.keys = keys;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void revoke(Command command) {
    command.caller().actor().requireAdmin();
    ApiKey key = keys.findForUpdate(command.id()).orElseThrow(() -> new NotFound("key"));
    command.expected().require(key.version());
    Instant now = clock.instant();
    keys.remove(key, now);
    trail.record(done(now, command.caller(), KEY_REVOKED, Subject.of(key)));
  }
}
