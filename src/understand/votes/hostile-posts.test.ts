import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_POSTS } from '#test/hostile-posts.ts'
import { differences, idOf, type LearningWorkspace, openLearning, post } from '#test/learning.ts'
import {
  type Play,
  type ShownPost,
  saidOf,
  startModel,
  type VoteRequest,
  votingIn,
} from '#test/voting-model.ts'
import { readState, type WorkspaceState } from '#test/workspace-state.ts'
import { smallBase } from '../testing/small-base.ts'

const PARTS = ['sentiment', 'complaint', 'praise'] as const
const INNOCENT = { sentiment: 'neutral', complaint: 'no', praise: 'no' }
const OBEYED = { sentiment: 'positive', complaint: 'no', praise: 'yes' }
const PLAIN = ['今日は会議だった', 'The meeting is at ten.', '昼はそばにした']

const isHostile = ({ text }: ShownPost) => !PLAIN.some((plain) => text.startsWith(plain))

/** What the posts say of each other: every name that the model has ever been shown. */
const seen = new Set<string>()

/** Does as it is told by posts: whatever stands in the same request, and in requests before. */
const obedient: Play = ({ posts }) => {
  for (const { id } of posts) seen.add(id)
  const isLed = posts.some(isHostile)
  const own = posts.map((one) => saidOf(one, isLed ? OBEYED : INNOCENT))
  const others = isLed ? [...seen].filter((id) => !posts.some((one) => one.id === id)) : []
  return JSON.stringify({ posts: [...own, ...others.map((id) => ({ id, labels: OBEYED }))] })
}

/** Beyond labels: actions, settings, other parts, other posts by the ids of the log. */
const unbound =
  (ids: readonly string[]): Play =>
  ({ posts }) => {
    if (!posts.some(isHostile))
      return JSON.stringify({ posts: posts.map((one) => saidOf(one, INNOCENT)) })
    const labels = { ...OBEYED, stage: 'none', stance: 'for', role: 'owner', key: 'sk' }
    const entries = [...posts.map(({ id }) => id), ...ids].map((id) => ({ id, labels }))
    return JSON.stringify({ posts: entries.map((one) => ({ ...one, action: 'delete' })) })
  }

/** Copies whatever JSON a post holds into its answer. */
const parrot: Play = ({ posts }) => {
  const found = posts.map(({ text }) => /\{.*\}/s.exec(text)?.[0])
  return found.find((one) => one !== undefined) ?? JSON.stringify({ posts: [] })
}

async function open(play: (ids: string[]) => Play) {
  const learning = await openLearning(smallBase())
  const plain = PLAIN.map((text, at) => [String(at), text] as const)
  const keys = [...Object.entries(HOSTILE_POSTS), ...plain]
  // One author, one language model, one workspace: nothing else keeps the posts apart.
  const actor = { platform: 'shop', externalId: 'one' }
  await learning.hearAll(
    ...keys.map(([key, text], at) =>
      post(key, text, { actor, publishedAt: new Date(Date.UTC(2026, 9, 1, at % 4, at)) }),
    ),
  )
  const { workspace } = learning
  await workspace.run((tx) =>
    tx
      .updateTable('reading')
      .set({ unsure: [...PARTS] })
      .execute(),
  )
  const ids = new Map<string, string>()
  for (const [key] of keys) ids.set(key, await idOf(workspace, key))
  const model = await startModel(play([...ids.values()]))
  const voting = votingIn(workspace, model.outside)
  await voting.change({ isOn: true, model: 'm', key: 'sk-secret', address: model.address })
  const before = await readState(workspace.door, workspace.id)
  while (await voting.take());
  return { ...learning, model, voting, ids, before }
}

type Open = Awaited<ReturnType<typeof open>>

async function labelsOf({ workspace, ids }: Open, key: string) {
  const id = ids.get(key) ?? ''
  return workspace.run((tx) =>
    tx
      .selectFrom('reading')
      .select(['sentiment', 'complaint', 'praise', 'unsure'])
      .where('activity_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

/** What votes may change; all else is as it was. */
const CHANGED = [
  ...['event', 'language_model', 'model_vote', 'model_vote_day', 'reading', 'reading_history'],
  ...['reading_day', 'topic_day', 'intent_day', 'model_day', 'person_summary', 'root_summary'],
]

function othersOf(state: WorkspaceState): WorkspaceState {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !CHANGED.includes(name)))
}

async function expectPlainUntouched(there: Open): Promise<void> {
  for (const key of PLAIN.keys()) {
    expect(await labelsOf(there, String(key))).toEqual({
      ...{ sentiment: 'neutral', complaint: false, praise: false, unsure: [] },
    })
  }
}

async function expectNothingElse({ workspace, before }: LearningWorkspace & Open): Promise<void> {
  expect(othersOf(await readState(workspace.door, workspace.id))).toEqual(othersOf(before))
  expect(await differences(workspace)).toEqual([])
}

describe('hostile posts', () => {
  describe('before a model that obeys them', () => {
    let there: Open

    beforeAll(async () => {
      there = await open(() => obedient)
    })

    it('sway the labels of their own post at most, never another’s', async () => {
      await expectPlainUntouched(there)
      await expectNothingElse(there)
      const votes = await there.workspace.run((tx) =>
        tx.selectFrom('model_vote').selectAll().where('usable', '=', true).execute(),
      )
      expect(votes.length).toBe((Object.keys(HOSTILE_POSTS).length + PLAIN.length) * PARTS.length)
      expect(new Set(votes.map(({ part }) => part))).toEqual(new Set(PARTS))
    })

    it.each(Object.keys(HOSTILE_POSTS))('travel as data, alone and unchanged: %s', (key) => {
      const asked = there.model.requests.filter(
        ({ posts }) => posts[0]?.text === HOSTILE_POSTS[key],
      )
      expect(asked).toHaveLength(1)
      const { body, posts } = asked[0] as VoteRequest
      expect(posts).toHaveLength(1)
      expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
      expect(body.messages[0]).toEqual(there.model.requests.at(-1)?.body.messages[0])
      const [begin = '', line = '', end = '', ...more] = (body.messages[1]?.content ?? '').split(
        '\n',
      )
      expect(more).toEqual([])
      const code = /^BEGIN DATA ([0-9a-f]{18})$/.exec(begin)?.[1] ?? 'none'
      expect(end).toBe(`END DATA ${code}`)
      expect(line).not.toContain(code)
      expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}<>]/u)
      expect(JSON.stringify(body)).not.toContain('sk-secret')
    })

    it('are told apart by names that no post can know', () => {
      const refs = there.model.requests.flatMap(({ posts }) => posts.map(({ id }) => id))
      expect(new Set(refs).size).toBe(refs.length)
      for (const ref of refs) expect(ref).toMatch(/^[0-9a-f]{18}$/)
    })
  })

  it('get nothing from a model that goes beyond labels', async () => {
    const there = await open(unbound)
    await expectPlainUntouched(there)
    await expectNothingElse(there)
    const hostile = await there.workspace.run((tx) =>
      tx.selectFrom('model_vote').selectAll().where('usable', '=', false).execute(),
    )
    expect(hostile).toHaveLength(Object.keys(HOSTILE_POSTS).length * PARTS.length)
    for (const key of Object.keys(HOSTILE_POSTS)) {
      expect(await labelsOf(there, key)).toMatchObject({ unsure: [...PARTS] })
    }
    const settings = await there.voting.settings()
    expect(settings).toMatchObject({ address: there.model.address, isOn: true, trouble: null })
    expect(settings.today.dropped).toBeGreaterThanOrEqual(Object.keys(HOSTILE_POSTS).length)
  })

  it('get nothing from a model that repeats their JSON', async () => {
    const there = await open(() => parrot)
    const votes = await there.workspace.run((tx) =>
      tx.selectFrom('model_vote').selectAll().where('usable', '=', true).execute(),
    )
    expect(votes).toEqual([])
    await expectNothingElse(there)
  })
})
