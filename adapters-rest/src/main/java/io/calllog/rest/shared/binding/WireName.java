package io.calllog.rest.shared.binding;

/** An enum constant with another name in requests than in Java. */
public interface WireName {

  /** The name in JSON and in query parameters. */
  String wireName();
}
