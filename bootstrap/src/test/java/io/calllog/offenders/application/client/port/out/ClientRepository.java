package io.calllog.offenders.application.client.port.out;

/** An out-port. */
public interface ClientRepository {

  /** Does it. */
  void add();
}
