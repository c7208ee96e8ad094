import {
  addTopic,
  applyTopics,
  checkDerived,
  correctReading,
  createReader,
  createReaders,
  deltasOf,
  loadLanguageDetector,
  type ReaderModel,
  type Truth,
  understandHere,
} from '#understand/index.ts'
import type { Arrival, CorrectionOrigin, IncomingActivity } from '#vocabulary/index.ts'
import { hear, testChannel, testListening } from './listening.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from './workspace.ts'

export const chance = { now: () => new Date(), random: randomBytes }
export const memberId = newId()
export const change = () => ({ authorId: memberId, now: new Date(), random: randomBytes })

const DAY_MS = 86_400_000

export function post(key: string, text: string, more: Partial<IncomingActivity> = {}): Arrival {
  return {
    kind: 'activity',
    operation: 'create',
    type: 'Create',
    platform: 'shop',
    externalKey: key,
    actor: { platform: 'shop', externalId: `by-${key.charCodeAt(0) % 7}` },
    publishedAt: new Date('2026-10-01T03:00:00Z'),
    content: { text },
    ...more,
  }
}

/** Invented posts as arrivals, one a minute, with the keys p0, p1 and so on. */
export function arrivalsOf(posts: readonly { text: string }[]): Arrival[] {
  const start = Date.now() - 10 * DAY_MS
  return posts.map(({ text }, at) =>
    post(`p${at}`, text, { publishedAt: new Date(start + at * 60_000) }),
  )
}

/**
 * A workspace whose posts are heard by an earlier base where there is one, and otherwise by the base
 * with what was learnt on top of it, which is what `readers` read with.
 */
export async function openLearning(base: ReaderModel, earlierBase?: ReaderModel) {
  const workspace = await makeWorkspace()
  const channel = await testChannel(workspace)
  const detector = await loadLanguageDetector()
  const readers = createReaders(detector, base, deltasOf(workspace.door))
  const earlier = createReader(detector, earlierBase ?? base)
  const understanding = understandHere(earlierBase === undefined ? readers : earlier)
  const listening = await testListening(workspace.door, understanding)
  const hearAll = async (...arrivals: Arrival[]) => {
    for (let at = 0; at < arrivals.length; at += 400) {
      await hear(listening, workspace, channel, arrivals.slice(at, at + 400))
    }
  }
  const add = async (name: string) => {
    const topic = { name, kind: 'own' as const, aliases: [] }
    await workspace.run((tx) => addTopic(tx, topic, change()))
    await applyTopics(workspace.door, workspace.id)
  }
  const correct = (id: string, truth: Truth, origin: CorrectionOrigin = 'page') =>
    workspace.run((tx) => correctReading(tx, workspace.id, id, { truth, origin }, change()))
  return { workspace, channel, detector, listening, readers, earlier, hearAll, add, correct }
}

export type LearningWorkspace = Awaited<ReturnType<typeof openLearning>>

export async function idOf(workspace: TestWorkspace, key: string): Promise<string> {
  const { id } = await workspace.run((tx) =>
    tx
      .selectFrom('activity')
      .select('id')
      .where('external_key', '=', key)
      .executeTakeFirstOrThrow(),
  )
  return id
}

export function readingOf(workspace: TestWorkspace, id: string) {
  return workspace.run((tx) =>
    tx.selectFrom('reading').selectAll().where('activity_id', '=', id).executeTakeFirstOrThrow(),
  )
}

/** Where roll-ups and journeys differ from a rebuild; nowhere, if all is well. */
export function differences({ id, door }: TestWorkspace): ReturnType<typeof checkDerived> {
  return door.inWorkspace(id, checkDerived, 'background')
}
