package io.calllog.domain.officer;

/** What an officer is in the organisation, and so what they may see and do ({@link Actor}). */
public enum Role {
  /** Makes calls and sees the own work. */
  OFFICER,
  /** Leads a region and sees all that happens in it. */
  MANAGER,
  /** Runs the system and sees everything. */
  ADMIN
}
