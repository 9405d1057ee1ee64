package io.calllog.rest.shared.binding;

/** An enum constant that is called otherwise on the wire than in Java. */
public interface WireName {

  /** The name in JSON and in query parameters. */
  String wireName();
}
