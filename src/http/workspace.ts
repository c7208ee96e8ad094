import { findMembership, hasWorkspace, openWorkspace, setLanguage } from '#store/accounts.ts'
import { type ApiKeyRow, createApiKey, listApiKeys, revokeApiKey } from '#store/api-keys.ts'
import { EnishiError } from '#vocabulary/index.ts'
import type { ApiKey, Session } from './contract/workspace.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { openApiDocument } from './openapi.ts'
import { notSignedIn } from './refusals.ts'
import type { SetupToken } from './setup-token.ts'

/** First run, session, API keys and the contract itself. */
export function workspaceHandlers(
  setup: SetupToken,
): Handlers<
  | 'getSetup'
  | 'postSetup'
  | 'getSession'
  | 'patchSession'
  | 'listApiKeys'
  | 'postApiKey'
  | 'deleteApiKey'
  | 'getOpenApi'
> {
  return {
    getSetup: async ({ context }) => ({ isNeeded: !(await hasWorkspace(context.door)) }),
    postSetup: async ({ body, context }) => {
      const { token, workspace, name, email, password, language, timeZone } = body
      if (!setup.matches(token)) throw wrongToken()
      const owner = { name, email, password, language }
      const wanted = { name: workspace, language, timeZone, owner }
      const { workspaceId } = await openWorkspace(context.door, context, wanted)
      setup.end()
      return { workspaceId }
    },
    getSession: ({ caller, context }) => describeSession(context, caller),
    patchSession: async ({ body, caller, context }) => {
      await setLanguage(context.door, memberOf(caller), body.language)
      return describeSession(context, caller)
    },
    listApiKeys: async ({ query, caller, context }) => {
      const { items, next } = await listApiKeys(context.door, caller.workspaceId, query)
      return { items: items.map(describeKey), next }
    },
    postApiKey: async ({ body, caller, context }) => {
      const { workspaceId, userId } = caller
      const made = await createApiKey(context.door, context, { ...body, workspaceId, userId })
      return { ...describeKey(made), key: made.key }
    },
    deleteApiKey: async ({ params, caller, context }) => {
      const { workspaceId, userId } = caller
      await revokeApiKey(context.door, { workspaceId, userId, id: params.id, now: context.now() })
      return undefined
    },
    getOpenApi: async () => openApiDocument(),
  }
}

async function describeSession(context: HttpContext, caller: Caller): Promise<Session> {
  const userId = memberOf(caller)
  const membership = await findMembership(context.door, userId)
  if (membership === null) throw notSignedIn()
  const workspace = await context.door.inWorkspace(caller.workspaceId, (tx) =>
    tx
      .selectFrom('workspace')
      .select(['id', 'slug', 'name', 'language', 'time_zone as timeZone'])
      .select(['fiscal_year_start_month as fiscalYearStartMonth', 'name_order as nameOrder'])
      .select('number_style as numberStyle')
      .executeTakeFirstOrThrow(),
  )
  const { name, email, language, role } = membership
  return { member: { id: userId, name, email, language }, role, workspace }
}

/** These routes take no keys, so a caller has a user. */
function memberOf(caller: Caller): string {
  if (caller.userId === null) throw notSignedIn()
  return caller.userId
}

function describeKey({ id, name, scope, createdAt, lastUsedAt }: ApiKeyRow): ApiKey {
  const at = { createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null }
  return { id, name, scope, ...at }
}

function wrongToken(): EnishiError {
  return new EnishiError(
    'forbidden',
    {
      en: 'This set-up link is not valid any more. The link is printed at each start while no workspace exists; or use: enishi init',
      ja: 'この初期設定リンクは無効です。ワークスペースがない間、起動のたびに新しいリンクが表示されます。enishi init でも作成できます。',
    },
    { field: 'token' },
  )
}
