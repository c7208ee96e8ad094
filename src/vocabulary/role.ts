/** What a member may do, from most to least. */
export const ROLES = ['owner', 'manager', 'member', 'viewer'] as const
export type Role = (typeof ROLES)[number]

/** What an API key may do, from most to least. */
export const SCOPES = ['admin', 'write', 'read'] as const
export type Scope = (typeof SCOPES)[number]
