import { sendWebhooks } from '#app/send-webhooks.ts'
import { addTask, addWebhook, listDeliveries } from '#engage/index.ts'
import type { Outside } from '#outside/ports.ts'
import type { Bell } from '#store/bell.ts'
import type { Door } from '#store/door.ts'
import { createSeal } from '#store/seal.ts'
import type { IncomingActivity, WebhookKind } from '#vocabulary/index.ts'
import { changeIn } from './change.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { loopbackOutside } from './loopback-tools.ts'
import { freshDatabase } from './server.ts'
import { settle } from './settle.ts'
import { type Receiver, startReceiver } from './webhooks.ts'
import { newId, randomBytes, type TestWorkspace } from './workspace.ts'

const seal = createSeal('the secret of a test installation, long', randomBytes)

/** A database of its own, since events of all workspaces are followed, and a clock that stands still. */
export class World {
  readonly door: Door
  readonly workspace: TestWorkspace
  readonly receiver: Receiver
  now = new Date()

  constructor(door: Door, workspace: TestWorkspace, receiver: Receiver) {
    this.door = door
    this.workspace = workspace
    this.receiver = receiver
  }

  get change() {
    return { ...changeIn(this.workspace), now: this.now, seal }
  }

  /** Makes a webhook to the receiver; answers its id and secret. */
  async hook(kinds: WebhookKind[], path = '/hook', origin = this.receiver.origin) {
    const address = `${origin}${path}`
    return this.workspace.run((tx) => addWebhook(tx, { name: 'CRM', address, kinds }, this.change))
  }

  task(title: string) {
    return this.workspace.run((tx) => addTask(tx, { title }, this.change))
  }

  wait(ms: number): void {
    this.now = new Date(this.now.getTime() + ms)
  }

  /** What the background does until nothing is left to do now: it writes, then it sends. */
  async work(outside: Pick<Outside, 'fetchOutside'> = loopbackOutside): Promise<string[]> {
    await settle(this.door)
    return [...(await this.round(outside)), ...(await this.round(outside))]
  }

  async round(outside: Pick<Outside, 'fetchOutside'>): Promise<string[]> {
    const lines: string[] = []
    const stopping = new AbortController()
    const parts = {
      ...{ door: this.door, bell: bellOfOneRound(stopping), outside, seal },
      chance: { now: () => this.now, random: randomBytes },
      log: (line: Record<string, unknown>) => void lines.push(JSON.stringify(line)),
    }
    await sendWebhooks(parts, stopping.signal)
    return lines
  }

  deliveries(webhookId: string) {
    return this.workspace.run(async (tx) => {
      const page = { limit: 200 }
      return (await listDeliveries(tx, webhookId, page, this.now)).items
    })
  }
}

/** Everybody who follows it has one round; then it ends. */
function bellOfOneRound(stopping: AbortController): Bell {
  let resting = 0
  let followers = 0
  const follow = () => {
    followers += 1
    let waits = 0
    const wait = async () => {
      waits += 1
      if (waits === 1) return
      resting += 1
      if (resting === followers) stopping.abort()
      const { signal } = stopping
      if (!signal.aborted) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      }
    }
    return { wait, ring: () => undefined, end: () => undefined }
  }
  return { follow, ring: () => undefined, close: async () => undefined }
}

export async function makeWorld(): Promise<World> {
  const door = await freshDatabase()
  const receiver = await startReceiver()
  return new World(door, await anotherWorkspace(door), receiver)
}

export async function anotherWorkspace(door: Door): Promise<TestWorkspace> {
  const id = newId()
  const slug = `w-${id.slice(24)}`
  await door.asSystem((tx) =>
    tx
      .insertInto('workspace')
      .values({ id, slug, name: 'W', language: 'ja', time_zone: 'Asia/Tokyo' })
      .execute(),
  )
  return { id, slug, door, run: (work) => door.inWorkspace(id, work) }
}

const MORI = { platform: 'shop', externalId: 'mori', displayName: '森永あかね' }

function act(key: string, more: Partial<IncomingActivity>): IncomingActivity {
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create' } as const),
    ...{ platform: 'shop', externalKey: key, actor: MORI, publishedAt: new Date() },
    ...more,
  }
}

/** Somebody of whom something was heard, and what they bought. */
export async function hearMori({ door, workspace }: World): Promise<string> {
  const channel = await testChannel(workspace)
  const outcome = { type: 'purchase', valueMinor: 1250, currency: 'USD', about: 'Yurari' } as const
  const acts = [act('p1', { content: { text: 'いい' } }), act('o1', { type: 'Outcome', outcome })]
  await hear(await testListening(door), workspace, channel, acts)
  const { id } = await workspace.run((tx) =>
    tx.selectFrom('person').select('id').executeTakeFirstOrThrow(),
  )
  return id
}
