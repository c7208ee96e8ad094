/**
 * Claims and questions are planted in the sample world: how well are they found again? The world is read
 * by the reader that ships.
 */
import { activitiesOf, simulateWorld, topicsOfWorld } from '#simulation/index.ts'
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

/** Fewer posts say too little about a share. */
const PLANTED_POSTS_MIN = 10
/** What a planted claim should be found with; in the mean, and by itself. */
export const PURITY_MIN = 0.8
export const COMPLETENESS_MIN = 0.7
/** More than this share of a planted claim in a second opinion that is mostly it: found twice. */
const TWICE_MIN = 0.25

export interface Planted {
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

/**
 * What was planted with the opinion that holds most of it, and the names of all opinions found, in the
 * sample world of this seed; the usual one where none is given.
 */
export async function findPlanted(seed?: number): Promise<{ found: Planted[]; names: string[] }> {
  const found: Planted[] = []
  const names: string[] = []
  const { byTopic, labelOf } = await readWorld(seed)
  for (const { id, name, aliases } of topicsOfWorld()) {
    const posts = byTopic.get(id) ?? []
    if (posts.length === 0 || !posts.some((post) => labelOf(post, id) !== undefined)) continue
    const { opinions } = findOpinions(posts, meaningFinder(), [name, ...aliases])
    names.push(...opinions.map(({ name }) => name.ja ?? name.en ?? ''))
    found.push(...judge(id, posts, opinions, (post) => labelOf(post, id)))
  }
  return { found, names }
}

/** Whether it was found as it should be. */
export function isFoundWell({ purity, completeness }: Planted): boolean {
  return purity >= PURITY_MIN && completeness >= COMPLETENESS_MIN
}

/** The mean over planted claims, each by its posts. */
export function meanOfPlanted(found: readonly Planted[], of: (planted: Planted) => number): number {
  const posts = found.reduce((sum, planted) => sum + planted.posts, 0)
  return found.reduce((sum, planted) => sum + planted.posts * of(planted), 0) / posts
}

type LabelOf = (post: OpinionPost) => string | undefined

/** The posts of people by topic, read by the reader as it is; what each says of a topic in truth. */
async function readWorld(seed: number | undefined) {
  const world = simulateWorld(seed === undefined ? {} : { seed })
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
