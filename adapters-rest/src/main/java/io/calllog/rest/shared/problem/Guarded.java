package io.calllog.rest.shared.problem;

import io.calllog.domain.officer.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A controller that can tell, without reading the request's body or parameters, whether the actor
 * may do this at all. Asked only when a request turns out malformed: "there is no such thing" and
 * "you may not" come before "I do not understand you", or the errors would tell strangers about
 * things they may not know of.
 */
public interface Guarded {

  /**
   * Refuses what the actor may not do, by the failures that the use case itself would answer with.
   *
   * @param actor who asks; null where nobody needs to be signed in
   * @param method what they want to do
   * @param id to which resource; null for the collection
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the resource
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not do this
   */
  void requirePermitted(@Nullable Actor actor, HttpMethod method, @Nullable UUID id);
}
