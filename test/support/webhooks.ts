import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { type LocalServer, startLocal } from './local-server.ts'
import { newId } from './workspace.ts'

/** Bodies that are at fault in nothing. */
export const WEBHOOK_BODIES = { 'PATCH /webhooks/{id}': { name: 'taken' } }

/** Inserts a webhook with one delivery about a person; answers their ids by the path of the noun. */
export async function insertWebhook(
  tx: Transaction,
  workspaceId: string,
  person: string,
): Promise<Record<string, string>> {
  const [webhook, delivery] = [newId(), newId()]
  await sql`insert into webhook (workspace_id, id, name, address, kinds, state_at, sealed, created_at,
      changed_at)
    values (${workspaceId}, ${webhook}, 'x', 'https://example.com/', '{deal.won}', now(), '', now(),
      now())`.execute(tx)
  await sql`insert into webhook_delivery (workspace_id, id, webhook_id, sequence, kind, occurred_at,
      subject_id, people, body, state, made_at)
    values (${workspaceId}, ${delivery}, ${webhook}, 1, 'person.changed', now(), ${person},
      ${[person]}, '{}', 'delivered', now())`.execute(tx)
  return { '/webhooks': webhook, '+/deliveries': delivery }
}

/** What the body of a delivery says. */
export interface ToldBody {
  type: string
  id: string
  timestamp: string
  workspace: string
  sequence: number
  detail: string[]
  data: Record<string, unknown>
}

/** What a receiver was told in one call. */
export interface Heard {
  path: string
  headers: IncomingHttpHeaders
  text: string
  body: ToldBody
}

export interface Receiver extends LocalServer {
  heard: Heard[]
  /** The status that is answered from now on, with headers; `silence` answers nothing. */
  answer: { status: number | 'silence'; headers?: Record<string, string> }
}

/** A real server on loopback that keeps what it is told. */
export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = []
  const state: Pick<Receiver, 'answer'> = { answer: { status: 204 } }
  const server = await startLocal((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const { url: path = '', headers } = request
      heard.push({ path, headers, text, body: JSON.parse(text) as ToldBody })
      const { status, headers: more = {} } = state.answer
      if (status !== 'silence') response.writeHead(status, more).end()
    })
  })
  return Object.assign(state, server, { heard })
}

/**
 * Verifies a call as the guide tells receivers to, and by nothing else: which of the secrets signed it.
 */
export function signersOf(
  { headers, text }: Pick<Heard, 'headers' | 'text'>,
  secrets: readonly string[],
): string[] {
  const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']]
  const sent = String(headers['webhook-signature']).split(' ')
  return secrets.filter((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const wanted = createHmac('sha256', key).update(`${id}.${at}.${text}`).digest()
    return sent.some((one) => {
      const [version, signature = ''] = one.split(',')
      const bytes = Buffer.from(signature, 'base64')
      return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
    })
  })
}
