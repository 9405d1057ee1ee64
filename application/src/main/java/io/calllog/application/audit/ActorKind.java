package io.calllog.application.audit;

/** What an actor is. */
public enum ActorKind {
  OFFICER,
  /** A key for machines. */
  KEY
}
