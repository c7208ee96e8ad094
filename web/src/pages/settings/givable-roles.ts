import { ROLE_WORDS, type Role } from './words.ts'

export const ROLES = Object.keys(ROLE_WORDS) as Role[]

/** Roles that a member may give: only owners make owners. */
export function givableRoles(own: Role): Role[] {
  return own === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner')
}
