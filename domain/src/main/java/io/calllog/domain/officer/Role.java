package io.calllog.domain.officer;

/** The role of an officer. {@link Actor} implements its permissions. */
public enum Role {
  /** Makes calls; sees their own calls. */
  OFFICER,
  /** Leads a region; sees everything in it. */
  MANAGER,
  /** Administers the system; sees everything. */
  ADMIN
}
