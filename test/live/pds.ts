import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A real PDS in a process of its own. */
export interface Pds {
  url: string
  createAccount(handle: string): Promise<PdsAccount>
  /** What stands in the repository of an account, by at-uri. */
  recordsOf(did: string, collection: string): Promise<Map<string, Record<string, unknown>>>
  deleteAccount(did: string): Promise<void>
  close(): Promise<void>
}

/** Somebody who speaks there. */
export interface PdsAccount {
  did: string
  create(collection: string, record: object): Promise<{ uri: string; cid: string }>
  /** Replaces a record. */
  put(uri: string, record: object): Promise<void>
  remove(uri: string): Promise<void>
  changeHandle(handle: string): Promise<void>
}

type Call = (method: string, body: object, authorization?: string) => Promise<unknown>

/** Starts the PDS whose packages are in the folder (see bin/test-live.mjs). */
export async function startPds(folder: string): Promise<Pds> {
  const script = new URL('./pds-process.mjs', import.meta.url).pathname
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [said] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
  if (typeof said !== 'string') throw new Error(`the PDS ended with ${said}`)
  const { url, admin } = JSON.parse(said) as { url: string; admin: string }
  const call: Call = (method, body, authorization) => post(url, method, body, authorization)
  return {
    url,
    createAccount: (handle) => createAccount(call, handle),
    recordsOf: (did, collection) => listRecords(url, did, collection),
    deleteAccount: async (did) => {
      await call('com.atproto.admin.deleteAccount', { did }, admin)
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}

async function post(url: string, method: string, body: object, authorization?: string) {
  const answer = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${text}`)
  return text === '' ? {} : JSON.parse(text)
}

async function createAccount(call: Call, handle: string): Promise<PdsAccount> {
  const email = `${handle}@example.test`
  const made = await call('com.atproto.server.createAccount', { handle, email, password: 'secret' })
  const { did, accessJwt } = made as { did: string; accessJwt: string }
  const bearer = `Bearer ${accessJwt}`
  const addressOf = (uri: string) => {
    const [collection = '', rkey = ''] = uri.split('/').slice(-2)
    return { repo: did, collection, rkey }
  }
  return {
    did,
    create: async (collection, record) => {
      const createdAt = new Date().toISOString()
      const whole = { repo: did, collection, record: { $type: collection, createdAt, ...record } }
      const created = await call('com.atproto.repo.createRecord', whole, bearer)
      return created as { uri: string; cid: string }
    },
    put: async (uri, record) => {
      const { collection } = addressOf(uri)
      const whole = { $type: collection, createdAt: new Date().toISOString(), ...record }
      await call('com.atproto.repo.putRecord', { ...addressOf(uri), record: whole }, bearer)
    },
    remove: async (uri) => {
      await call('com.atproto.repo.deleteRecord', addressOf(uri), bearer)
    },
    changeHandle: async (next) => {
      await call('com.atproto.identity.updateHandle', { handle: next }, bearer)
    },
  }
}

async function listRecords(url: string, did: string, collection: string) {
  const query = new URLSearchParams({ repo: did, collection, limit: '100' })
  const answer = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`)
  const { records } = (await answer.json()) as {
    records: { uri: string; value: Record<string, unknown> }[]
  }
  return new Map(records.map(({ uri, value }) => [uri, value]))
}
