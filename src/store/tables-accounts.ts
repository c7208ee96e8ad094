import type { Generated } from 'kysely'
import type { InterfaceLanguage, Role, Scope } from '#vocabulary/index.ts'
import type { DefaultTime, Time } from './column-types.ts'

/** The tables of the schema `accounts`; better-auth's and the API keys. */
export interface AccountTables {
  user: UserTable
  session: { id: string; userId: string; token: string; expiresAt: Time }
  account: AccountTable
  organization: { id: string; name: string; slug: string; createdAt: Time }
  member: MemberTable
  invitation: InvitationTable
  api_key: ApiKeyTable
}

interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  language: InterfaceLanguage
}

interface AccountTable {
  id: Generated<string>
  accountId: string
  providerId: string
  userId: string
  password: string | null
  updatedAt: Time
}

interface MemberTable {
  id: Generated<string>
  organizationId: string
  userId: string
  role: Role
  createdAt: Time
}

interface ApiKeyTable {
  id: string
  workspace_id: string
  name: string
  scope: Scope
  secret_hash: Buffer
  created_by: string | null
  created_at: DefaultTime
  last_used_at: Time | null
  revoked_at: Time | null
}

interface InvitationTable {
  id: string
  organizationId: string
  email: string
  name: string
  role: Role
  status: 'pending' | 'accepted' | 'canceled' | 'rejected'
  expiresAt: Time
  createdAt: DefaultTime
  inviterId: string
  token_hash: Buffer | null
}
