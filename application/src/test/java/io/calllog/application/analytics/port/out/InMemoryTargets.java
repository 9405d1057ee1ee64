package io.calllog.application.analytics.port.out;

import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.shared.Conflict;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fake of the port for targets. Thread-safe. */
public final class InMemoryTargets implements TargetRepository, TargetViews {

  private final Map<TargetSubject, Target> targets = new ConcurrentHashMap<>();

  @Override
  public Optional<Target> find(TargetSubject subject) {
    return Optional.ofNullable(targets.get(subject));
  }

  @Override
  public Optional<Target> findForUpdate(TargetSubject subject) {
    return find(subject);
  }

  @Override
  public void add(Target target) {
    if (targets.putIfAbsent(target.subject(), target) != null) {
      throw Conflict.lostRace();
    }
  }

  @Override
  public Target update(Target target) {
    Target next =
        new Target(
            target.subject(),
            target.details(),
            target.createdAt(),
            target.updatedAt(),
            target.version() + 1);
    return targets.compute(
        target.subject(),
        (_, stored) -> {
          if (stored == null || stored.version() != target.version()) {
            throw Conflict.lostRace();
          }
          return next;
        });
  }

  @Override
  public void remove(Target target) {
    Target stored = targets.get(target.subject());
    if (stored == null
        || stored.version() != target.version()
        || !targets.remove(target.subject(), stored)) {
      throw Conflict.lostRace();
    }
  }
}
