package io.calllog.application.call.port.in;

import io.calllog.domain.shared.Failure;
import java.util.List;

/** Logs several calls, with the same rules as {@link LogCall}. */
public interface LogCalls {

  /** The maximum number of calls in one request. */
  int MAX_CALLS = 1_000;

  /**
   * Logs each call by itself: a call that is refused does not affect the others. All calls that are
   * logged are committed together.
   *
   * @return the outcomes, in the order of the commands
   */
  List<Outcome> log(List<LogCall.Command> commands);

  /** What became of one call. */
  sealed interface Outcome {}

  /** The call was logged, now or by the same request before. */
  record Logged(LogCall.Result result) implements Outcome {}

  /** The call was not logged, because of the failure that {@link LogCall} throws. */
  record Refused(Failure failure) implements Outcome {}
}
