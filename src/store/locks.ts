/**
 * The advisory locks of a database, in one place: two that shared a number would wait for each
 * other for ever.
 */
export const LOCKS = {
  /** Held by every process that uses an embedded database; the last one stops it. */
  users: 0x656e69,
  /** Migrations run one after the other. */
  migration: 0x656e6a,
  /** Held by the one process that listens to live channels. */
  listener: 0x656e6c69,
  /** Workspaces are made one after the other. */
  workspaces: 0x656e6973,
} as const
