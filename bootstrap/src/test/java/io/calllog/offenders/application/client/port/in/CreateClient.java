package io.calllog.offenders.application.client.port.in;

/** An in-port. */
public interface CreateClient {

  /** Does it. */
  void create();
}
