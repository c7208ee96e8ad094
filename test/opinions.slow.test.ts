import { beforeAll, describe, expect, test } from 'vitest'
import { activitiesOf, simulateWorld, topicsOfWorld } from '#simulation/index.ts'
import { DIGRESSIONS_EN } from '#simulation/text/phrasebook-en-digressions.ts'
import { DIGRESSIONS_JA } from '#simulation/text/phrasebook-ja-digressions.ts'
import {
  createReader,
  createTopicFinder,
  type FoundOpinion,
  findOpinions,
  loadBaseModel,
  loadLanguageDetector,
  meaningFinder,
  type OpinionPost,
} from '#understand/index.ts'

/** Claims and questions are planted in the sample world; how well are they found again? */

/** Fewer posts say too little about a share. */
const PLANTED_POSTS_MIN = 10
const PURITY_MIN = 0.8
const PURITY_REACHED = 0.87
const COMPLETENESS_MIN = 0.7
/** What the lexicon reaches of wordings as far-fetched as the world's; the aim is COMPLETENESS_MIN. */
const COMPLETENESS_REACHED = 0.68
/** More than this share of a planted claim in a second opinion that is mostly it: found twice. */
const TWICE_MIN = 0.25

interface Planted {
  topic: string
  name: string
  posts: number
  /** Of the posts of the opinion that say something planted, how many say this. */
  purity: number
  /** Of all its posts, also those of which the truth says nothing. */
  strictPurity: number
  completeness: number
  isTwice: boolean
  called: string
}

/** Of the opinions, named by what somebody said by the way: a parcel came, the kettle boiled over. */
const ASIDES_MAX = 0.04
const ASIDES = [DIGRESSIONS_JA, DIGRESSIONS_EN].join('\n')
const ASIDE_UNITS_MIN = 10

let found: Planted[]
let names: string[]

beforeAll(async () => {
  found = []
  names = []
  const { byTopic, labelOf } = await readWorld()
  for (const { id, name, aliases } of topicsOfWorld()) {
    const posts = byTopic.get(id) ?? []
    if (posts.length === 0 || !posts.some((post) => labelOf(post, id) !== undefined)) continue
    const { opinions } = findOpinions(posts, meaningFinder(), [name, ...aliases])
    names.push(...opinions.map(({ name }) => name.ja ?? name.en ?? ''))
    found.push(...judge(id, posts, opinions, (post) => labelOf(post, id)))
  }
}, 240_000)

type LabelOf = (post: OpinionPost) => string | undefined

/** The posts of people by topic, read by the reader as it is; what each says of a topic in truth. */
async function readWorld() {
  const world = simulateWorld()
  const truth = new Map(world.truth.flatMap((one) => (one.kind === 'post' ? [[one.id, one]] : [])))
  const people = new Set(
    world.actors.filter(({ role }) => role === 'public').map((actor) => actor.id),
  )
  const reader = createReader(await loadLanguageDetector(), loadBaseModel())
  const finder = createTopicFinder(topicsOfWorld())
  const byTopic = new Map<string, OpinionPost[]>()
  for (const arrival of activitiesOf(world)) {
    if (arrival.kind !== 'activity' || arrival.operation !== 'create') continue
    const { content, externalKey, publishedAt } = arrival
    const said = truth.get(externalKey)
    if (content === undefined || said === undefined || !people.has(said.actor)) continue
    const reading = reader.read(
      content.text,
      arrival.content?.languageHint === undefined
        ? undefined
        : { lang: arrival.content.languageHint },
    )
    const post = { ...reading, id: externalKey, personId: said.actor, text: content.text }
    for (const topic of new Set(finder.find(content.text).map(({ topicId }) => topicId))) {
      const posts = byTopic.get(topic) ?? []
      posts.push({ ...post, atMs: Number(publishedAt), isAnswered: false })
      byTopic.set(topic, posts)
    }
  }
  const labelOf = ({ id }: OpinionPost, topic: string) => {
    const said = truth.get(id)
    return said?.topic === topic ? (said.claim ?? said.question) : undefined
  }
  return { byTopic, labelOf }
}

function judge(
  topic: string,
  posts: readonly OpinionPost[],
  opinions: readonly FoundOpinion[],
  labelOf: LabelOf,
): Planted[] {
  const labels = posts.map(labelOf)
  const counts = new Map<string, number>()
  for (const label of labels) {
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= PLANTED_POSTS_MIN)
    .map(([name, count]) => ({ topic, name, ...measure(name, count, opinions, labels) }))
}

function measure(
  name: string,
  posts: number,
  opinions: readonly FoundOpinion[],
  labels: readonly (string | undefined)[],
): Omit<Planted, 'topic' | 'name'> {
  const held = opinions.map((opinion) => {
    const labelled = opinion.posts.filter(({ index }) => labels[index] !== undefined)
    const own = labelled.filter(({ index }) => labels[index] === name).length
    return { opinion, own, labelled: labelled.length, f: (2 * own) / (labelled.length + posts) }
  })
  const [best, ...others] = held.sort((a, b) => b.f - a.f)
  if (best === undefined) throw new Error(`no opinions where ${name} is planted`)
  return {
    posts,
    purity: best.own / Math.max(1, best.labelled),
    strictPurity: best.own / best.opinion.posts.length,
    completeness: best.own / posts,
    isTwice: others.some(
      ({ own, labelled }) => own / posts > TWICE_MIN && own / labelled > PURITY_MIN,
    ),
    called: `${best.opinion.name.ja} | ${best.opinion.name.en}`,
  }
}

/** The mean over planted claims, each by its posts. */
function mean(of: (planted: Planted) => number): number {
  const posts = found.reduce((sum, planted) => sum + planted.posts, 0)
  return found.reduce((sum, planted) => sum + planted.posts * of(planted), 0) / posts
}

describe('claims and questions planted in the sample world', () => {
  test('are measured, one by one', () => {
    const share = (value: number) => value.toFixed(2)
    for (const planted of found) {
      console.info(
        [
          `${planted.topic} ${planted.name}: ${planted.posts} posts`,
          `purity ${share(planted.purity)} (strict ${share(planted.strictPurity)})`,
          `completeness ${share(planted.completeness)}${planted.isTwice ? ', found twice' : ''}`,
          planted.called,
        ].join(' · '),
      )
    }
    const isGood = ({ purity, completeness }: Planted) =>
      purity >= PURITY_MIN && completeness >= COMPLETENESS_MIN
    const good = found.filter(isGood).length
    console.info(
      `${found.length} planted, ${good} with purity ${PURITY_MIN} and completeness ${COMPLETENESS_MIN}; ` +
        `means: purity ${share(mean(({ purity }) => purity))}, ` +
        `strict ${share(mean(({ strictPurity }) => strictPurity))}, ` +
        `completeness ${share(mean(({ completeness }) => completeness))}`,
    )
    expect(found.length).toBeGreaterThanOrEqual(40)
    expect(new Set(found.map(({ name }) => name)).size).toBeGreaterThanOrEqual(16)
  })

  test('what is found together belongs together', () => {
    expect(mean(({ purity }) => purity)).toBeGreaterThanOrEqual(PURITY_REACHED)
  })

  test('hardly any is found twice', () => {
    expect(found.filter(({ isTwice }) => isTwice).length / found.length).toBeLessThan(0.05)
  })

  test('hardly any opinion is called by what somebody said by the way', () => {
    const asides = names.filter((name) => name.length >= ASIDE_UNITS_MIN && ASIDES.includes(name))
    console.info(`${names.length} opinions, ${asides.length} called by an aside`)
    expect(asides.length / names.length).toBeLessThan(ASIDES_MAX)
  })

  test('what says it is found, as far as the lexicon knows its wordings', () => {
    expect(mean(({ completeness }) => completeness)).toBeGreaterThan(COMPLETENESS_REACHED)
  })
})
