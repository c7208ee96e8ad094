import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  chosen,
  type SeededPost,
  seedChannel,
  seedPerson,
  seedPost,
  seedTopic,
} from '#test/seed.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import type { Intent } from '#vocabulary/index.ts'
import { type ActivityFilter, getActivity, listActivities } from './index.ts'
import { matchActivities } from './match-activities.ts'

const LANGS = ['ja', 'en', 'fr']
const SENTIMENTS = ['negative', 'neutral', 'positive'] as const
const STAGES = ['none', 'none', 'discovery', 'evaluation', 'satisfaction'] as const
const STANCES = ['none', 'none', 'for', 'against'] as const
const TEXTS = [
  '返品したい',
  '新しいｉＰｈｏｎｅ',
  'the battery died',
  '電池がすぐ切れる',
  'Great battery, 返品なし',
]
const POSTS = 240
const INTENTS_SAID = [[], [], ['question'], ['question', 'churn'], ['complaint']] as Intent[][]
const MODELS = ['base-1', 'base-1+3']

interface Known extends SeededPost {
  id: string
  /** A change of the model moved it. */
  isMoved: boolean
}

let ours: TestWorkspace
let topics: string[]
let channels: string[]
/** [Aiko, Ben, Aiko's second account, which was merged into her]. */
let people: { personId: string; handleId: string }[]
let known: Known[]
const run = newId()

beforeAll(async () => {
  ours = await makeWorkspace()
  topics = [await seedTopic(ours, 'phone'), await seedTopic(ours, 'cable')]
  channels = [await seedChannel(ours, 'forum'), await seedChannel(ours, 'blog')]
  const aiko = await seedPerson(ours, 'Aiko')
  const ben = await seedPerson(ours, 'Ben')
  people = [aiko, ben, await seedPerson(ours, 'Aiko 2', aiko.personId)]
  known = []
  for (let i = 0; i < POSTS; i++) {
    const post = makePost(i)
    const isMoved = post.text !== undefined && i % 4 === 0
    known.push({ ...post, isMoved, id: await seedPost(ours, post) })
  }
  await ours.run(async (tx) => {
    await sql`insert into model_run (workspace_id, id, model, reason, began_at)
      values (${ours.id}, ${run}, 'x', 'chosen', now())`.execute(tx)
    await sql`insert into reading_move
        (workspace_id, run_id, activity_id, revision, from_model, to_model, moved_at, moved)
      select ${ours.id}, ${run}, id, 1, 'x', 'y', now(), '[]'
      from unnest(${known.filter(({ isMoved }) => isMoved).map(({ id }) => id)}::uuid[]) as moved (id)`.execute(
      tx,
    )
  })
})

function makePost(i: number): SeededPost {
  const n = (i * 7_919) % 1_009
  return {
    at: new Date(Date.UTC(2026, 0, 1) + i * 6 * 3_600_000).toISOString(),
    by: chosen(people, n).handleId,
    channel: chosen(channels, n >> 1),
    lang: chosen(LANGS, n >> 2),
    sentiment: chosen(SENTIMENTS, n >> 3),
    stage: chosen(STAGES, n >> 4),
    stance: chosen(STANCES, n >> 5),
    topics: topics.filter((_, t) => (n >> t) % 3 === 0),
    intents: chosen(INTENTS_SAID, n >> 6),
    toxic: n % 7 === 0,
    unsure: n % 5 === 0 ? ['stage'] : [],
    model: chosen(MODELS, n >> 7),
    ...(i % 9 === 0 ? {} : { text: `${chosen(TEXTS, n)} ${i}` }),
  }
}

/** The filter over all rows, one by one. */
function reference(filter: ActivityFilter): string[] {
  const handles = filter.person === people[1]?.personId ? [people[1]] : [people[0], people[2]]
  const holds = (post: Known) =>
    (filter.kind === 'all' || post.text !== undefined) &&
    (filter.topic === undefined ||
      (post.text !== undefined && post.topics?.includes(filter.topic))) &&
    (filter.channel === undefined || post.channel === filter.channel) &&
    (filter.person === undefined || handles.some((own) => own?.handleId === post.by)) &&
    (filter.intent === undefined ||
      (post.text !== undefined && post.intents?.includes(filter.intent))) &&
    (filter.moved === undefined || post.isMoved) &&
    (filter.toxic === undefined || (post.text !== undefined && post.toxic === filter.toxic)) &&
    (filter.unsure === undefined ||
      (post.text !== undefined && (post.unsure?.length !== 0) === filter.unsure)) &&
    (['lang', 'sentiment', 'stage', 'stance', 'model'] as const).every(
      (field) =>
        filter[field] === undefined || (post.text !== undefined && post[field] === filter[field]),
    ) &&
    (filter.q === undefined ||
      (post.text ?? '').normalize('NFKC').toLowerCase().includes(filter.q)) &&
    (filter.from === undefined || post.at >= tokyo(filter.from, 0)) &&
    (filter.to === undefined || post.at < tokyo(filter.to, 1))
  return known
    .filter(holds)
    .map(({ id }) => id)
    .reverse()
}

function tokyo(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + later * 86_400_000).toISOString()
}

async function readAll(filter: ActivityFilter, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await ours.run((tx) => listActivities(tx, filter, { limit, cursor }))
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return ids
}

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`)

const anyFilter = () =>
  fc.record({
    q: option(fc.constantFrom('返品', 'iphone', 'battery', '電', 'すぐ切れる', '無い言葉')),
    topic: option(fc.constantFrom(...topics)),
    person: option(fc.constantFrom(...people.map(({ personId }) => personId))),
    channel: option(fc.constantFrom(...channels)),
    lang: option(fc.constantFrom(...LANGS)),
    sentiment: option(fc.constantFrom(...SENTIMENTS)),
    stage: option(fc.constantFrom(...STAGES)),
    stance: option(fc.constantFrom(...STANCES)),
    intent: option(fc.constantFrom('question' as const, 'churn' as const, 'spam' as const)),
    toxic: option(fc.boolean()),
    unsure: option(fc.boolean()),
    model: option(fc.constantFrom(...MODELS)),
    moved: option(fc.constant(run)),
    from: option(day),
    to: option(day),
    kind: fc.constantFrom('post' as const, 'all' as const),
  })

describe('the log', () => {
  it('answers every filter as looking at every row does, over all pages, without repeats', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter(), fc.integer({ min: 1, max: 60 }), async (filter, limit) => {
        expect(await readAll(filter, limit)).toEqual(reference(filter))
      }),
      { numRuns: 120 },
    )
  })

  it('tells of which of a few activities a filter holds, as a list would', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter(), fc.nat(5), async (filter, rest) => {
        const some = known.map(({ id }) => id).filter((_, i) => i % 6 === rest)
        const held = await ours.run((tx) => matchActivities(tx, filter, some))
        expect(held).toEqual(reference(filter).filter((id) => some.includes(id)))
      }),
      { numRuns: 60 },
    )
  })

  it.each(['iphone', 'iPhone', 'ｉＰｈｏｎｅ', 'ｉphon', 'IPHONE 新しい'])(
    'finds ｉＰｈｏｎｅ by %s',
    async (q) => {
      const ids = await readAll({ q, kind: 'post' }, 200)
      expect(ids).toEqual(reference({ q: 'iphone', kind: 'post' }))
      expect(ids.length).toBeGreaterThan(0)
    },
  )

  it.each(['返品', '返', '返品した', '品', 'ﾍﾝﾋﾝ 返品'])('searches Japanese: %s', async (q) => {
    const found = await ours.run((tx) => listActivities(tx, { q, kind: 'post' }, { limit: 200 }))
    const texts = found.items.map(({ text }) => text ?? '')
    if (q.startsWith('ﾍ')) expect(texts).toEqual([])
    else expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => !text.includes(q))).toEqual([])
  })

  it('does not take bigrams that stand apart for a phrase', async () => {
    const id = await seedPost(ours, {
      at: '2020-01-01T00:00:00Z',
      by: people[1]?.handleId ?? '',
      channel: channels[0] ?? '',
      text: '三角関数と関係係数',
    })
    const search = (q: string) => readAll({ q, kind: 'post', to: '2020-12-31' }, 10)
    expect(await search('関係係数')).toEqual([id])
    expect(await search('関数と関係')).toEqual([id])
    expect(await search('角関係数')).toEqual([])
  })

  it('shows another workspace nothing', async () => {
    const theirs = await makeWorkspace()
    const [post] = known.filter(({ text }) => text !== undefined)
    for (const q of [undefined, '返品', '返']) {
      const page = await theirs.run((tx) => listActivities(tx, { q, kind: 'all' }, { limit: 50 }))
      expect(page).toEqual({ items: [], next: null })
    }
    const one = theirs.run((tx) => getActivity(tx, post?.id ?? ''))
    await expect(one).rejects.toMatchObject({ code: 'not-found' })
  })

  it('finds nothing for signs alone, and refuses a foreign cursor', async () => {
    expect(await readAll({ q: '！？', kind: 'all' }, 10)).toEqual([])
    const list = ours.run((tx) => listActivities(tx, { kind: 'all' }, { limit: 1, cursor: 'x' }))
    await expect(list).rejects.toMatchObject({ code: 'bad-input', place: { field: 'cursor' } })
  })

  it('shows one in full', async () => {
    const post = known.find(({ text }) => text !== undefined)
    expect(await ours.run((tx) => getActivity(tx, post?.id ?? newId()))).toMatchObject({
      id: post?.id,
      text: post?.text,
      revision: 1,
      payload: null,
    })
  })
})
