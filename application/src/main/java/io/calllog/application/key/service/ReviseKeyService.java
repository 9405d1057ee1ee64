package io.calllog.application.key.service;

import static io.calllog.application.audit.AuditAction.KEY_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.key.port.in.ReviseKey;
import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.shared.NotFound;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class ReviseKeyService implements ReviseKey {

  private final ApiKeyRepository keys;
  private final ApiKeyViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseKeyService(
      ApiKeyRepository keys, ApiKeyViews views, AuditTrail trail, InstantSource clock) {
    this.keys = keys;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public ApiKeyView revise(Command command) {
    command.caller().actor().requireAdmin();
    ApiKey key = keys.findForUpdate(command.id()).orElseThrow(() -> new NotFound("key"));
    command.expected().require(key.version());
    Instant now = clock.instant();
    ApiKey revised = key.revise(command.changes(), now);
    if (!revised.equals(key)) {
      keys.update(revised);
      var changes = FieldChanges.between(key.details(), revised.details());
      trail.record(done(now, command.caller(), KEY_CHANGED, Subject.of(key), changes));
    }
    return views.find(key.id()).orElseThrow(() -> new NotFound("key"));
  }
}
