package io.calllog.offenders.application.client.port.in;

/** Another in-port. */
public interface RemoveClient {

  /** Does it. */
  void remove();
}
