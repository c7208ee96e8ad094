import { sql } from 'kysely'
import { NO_COMMUNITY } from '#graph/index.ts'
import type { Transaction } from '#store/door.ts'
import { createTopicFinder } from '#understand/index.ts'
import {
  type StageOrNone,
  type Stance,
  type Topic,
  type TopicKind,
  uuidV7Floor,
} from '#vocabulary/index.ts'
import { readTopicsListened } from '../touches/read-outcomes.ts'
import type { Run, TiedPeople } from './load-people.ts'
import type { NamingPost } from './name-groups.ts'
import { type NounPhrase, nounPhrases } from './noun-phrases.ts'

export const WEEKS = 12
const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** Recent is within four weeks. */
const RECENT_WEEKS = 4
/** Somebody may still answer what is younger. */
const SETTLED_MS = 2 * DAY_MS
const ROWS_AT_ONCE = 5_000
/** Of a log with more, the newest. */
const ACTIVITIES_MAX = 2_000_000
/** Posts that a community is named by; the newest. */
const NAMING_POSTS_MAX = 1_500
const OTHER_POSTS_MAX = 10_000

/** What the people of one group said and did in twelve weeks. */
export interface GroupTally {
  posts: number
  /** Posts a week, the oldest first. */
  weeks: number[]
  stages: Map<string, { stage: StageOrNone; stance: Stance; posts: number }>
  languages: Map<string, number>
  topics: Map<string, { posts: number; people: Set<number> }>
  /** Posts about our own topics or our category; and about competitors'. */
  relevantPosts: number
  rivalPosts: number
  asked: number
  answered: number
  /** Nodes that did anything in the last four weeks. */
  active: Set<number>
  naming: NamingPost[]
}

export interface Scanned {
  groups: GroupTally[]
  /** Posts of people who are in no community. */
  others: NamingPost[]
  newestId: string | null
}

/** Reads twelve weeks of the log once, newest first, and adds up what each group says. */
export async function scanPosts(
  run: Run,
  people: TiedPeople,
  { groups, count }: { groups: Uint32Array; count: number },
  now: Date,
): Promise<Scanned> {
  const listened = await run(readTopicsListened)
  const topics = new Map(listened.map(({ id, kind }) => [id, kind]))
  const floor = uuidV7Floor(now.getTime() - WEEKS * WEEK_MS)
  const scan: Scan = {
    ...{ people, groups, topics, now, answerers: new Map() },
    phrasesOf: phrasesWithout(listened),
    tallies: Array.from({ length: count }, emptyTally),
    others: [],
  }
  let [before, looked]: [string | null, number] = [null, 0]
  let newestId: string | null = null
  while (looked < ACTIVITIES_MAX) {
    const from: string | null = before
    const rows: ActivityRow[] = await run((tx) => selectActivities(tx, floor, from))
    newestId ??= rows[0]?.id ?? null
    const posts = rows.filter((row) => noteActivity(scan, row))
    const texts = posts.length === 0 ? [] : await run((tx) => selectPosts(tx, posts))
    for (const post of texts) notePost(scan, post)
    looked += rows.length
    before = rows.at(-1)?.id ?? null
    if (rows.length < ROWS_AT_ONCE) break
  }
  return { groups: scan.tallies, others: scan.others, newestId }
}

interface Scan {
  people: TiedPeople
  groups: Uint32Array
  topics: ReadonlyMap<string, TopicKind>
  now: Date
  phrasesOf: (text: string) => Pick<NamingPost, 'phrases' | 'productNames'>
  tallies: GroupTally[]
  others: NamingPost[]
  /** Of posts further back: the nodes that answered. */
  answerers: Map<string, number[]>
}

function emptyTally(): GroupTally {
  return {
    ...{
      posts: 0,
      weeks: new Array<number>(WEEKS).fill(0),
      stages: new Map(),
      languages: new Map(),
    },
    ...{ topics: new Map(), relevantPosts: 0, rivalPosts: 0, asked: 0, answered: 0 },
    ...{ active: new Set<number>(), naming: [] },
  }
}

/** Kinds of topics whose names are names of things sold. */
const SOLD: ReadonlySet<TopicKind> = new Set<TopicKind>(['own', 'campaign', 'competitor'])

/**
 * Phrases of a text without the names of our own and of competitors' products, and those that have a part of
 * such a name in them: among people who are heard because they talk about these, they tell nobody apart.
 */
export function phrasesWithout(
  topics: readonly Topic[],
): (text: string) => { phrases: NounPhrase[]; productNames: NounPhrase[] } {
  const finder = createTopicFinder(topics.filter(({ kind }) => SOLD.has(kind)))
  return (text) => {
    const all = nounPhrases(text)
    const mentions = finder.find(text).sort((a, b) => a.start - b.start)
    if (mentions.length === 0) return { phrases: all, productNames: [] }
    const phrases = nounPhrases(withoutSpans(text, mentions))
    const said = new Set(phrases.map(({ key }) => key))
    return { phrases, productNames: all.filter(({ key }) => !said.has(key)) }
  }
}

/** What stands between the spans, parted by what ends a phrase; spans in the order of their starts. */
function withoutSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (start > from) parts.push(text.slice(from, start))
    from = Math.max(from, end)
  }
  return [...parts, text.slice(from)].join(' . ')
}

interface ActivityRow {
  id: string
  handleId: string
  type: string
  at: Date
}

async function selectActivities(
  tx: Transaction,
  floor: string,
  before: string | null,
): Promise<ActivityRow[]> {
  const { rows } = await sql<ActivityRow>`
    select a.id, a.handle_id as "handleId", a.type, a.published_at as at from activity a
    where a.id >= ${floor}::uuid ${before === null ? sql`` : sql`and a.id < ${before}::uuid`}
      and a.deleted_at is null and a.type in ('Create', 'Announce', 'Like', 'Follow')
    order by a.id desc limit ${ROWS_AT_ONCE}::integer`.execute(tx)
  return rows
}

/** Notes who was active; answers whether it is a post to be looked at. */
function noteActivity(scan: Scan, { handleId, type, at }: ActivityRow): boolean {
  const { people, groups, tallies, now, others } = scan
  const node = people.nodeOfHandle.get(handleId)
  const tally = node === undefined ? undefined : tallies[groups[node] ?? NO_COMMUNITY]
  if (
    tally !== undefined &&
    node !== undefined &&
    at.getTime() > now.getTime() - RECENT_WEEKS * WEEK_MS
  ) {
    tally.active.add(node)
  }
  return type === 'Create' && (tally !== undefined || others.length < OTHER_POSTS_MAX)
}

interface PostRow {
  id: string
  handleId: string
  at: Date
  text: string
  lang: string
  stage: StageOrNone
  stance: Stance
  isNoise: boolean
  parentId: string | null
  topics: string[]
}

async function selectPosts(tx: Transaction, posts: readonly ActivityRow[]): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select a.id, a.handle_id as "handleId", a.published_at as at,
      left(case when p.title is null then p.text else p.title || chr(10) || p.text end, 1000) as text,
      r.lang, r.stage, r.stance, r.spam or r.toxic as "isNoise", s.activity_id as "parentId",
      array(select t.topic_id::text from reading_topic t where t.workspace_id = a.workspace_id
        and t.activity_id = a.id) as topics
    from activity a
    join post p on p.workspace_id = a.workspace_id and p.activity_id = a.id
    join reading r on r.workspace_id = a.workspace_id and r.activity_id = a.id
    left join lateral (
      select * from activity_source where activity_source.workspace_id = a.workspace_id
        and activity_source.platform = a.platform
        and activity_source.external_key_hash = a.parent_hash limit 1) s on true
    where a.id = any(${posts.map(({ id }) => id)}::uuid[]) order by a.id desc`.execute(tx)
  return rows
}

function notePost(scan: Scan, post: PostRow): void {
  const { people, groups, tallies, others } = scan
  const node = people.nodeOfHandle.get(post.handleId)
  const tally = node === undefined ? undefined : tallies[groups[node] ?? NO_COMMUNITY]
  if (node === undefined || tally === undefined) {
    if (!post.isNoise) others.push(namingPost(scan, post, -1 - others.length))
    return
  }
  if (post.parentId !== null) {
    const known = scan.answerers.get(post.parentId)
    if (known === undefined) scan.answerers.set(post.parentId, [node])
    else known.push(node)
  }
  noteAnswers(scan, tally, node, post)
  noteFigures(scan, tally, node, post)
  if (!post.isNoise && tally.naming.length < NAMING_POSTS_MAX)
    tally.naming.push(namingPost(scan, post, node))
}

function namingPost({ phrasesOf }: Scan, { id, text }: PostRow, node: number): NamingPost {
  return { id, node, text: text.slice(0, 200), ...phrasesOf(text) }
}

/** Whether a post that opens a talk was answered by somebody else of its community. */
function noteAnswers(scan: Scan, tally: GroupTally, node: number, post: PostRow): void {
  const ageMs = scan.now.getTime() - post.at.getTime()
  if (post.parentId !== null || ageMs > RECENT_WEEKS * WEEK_MS || ageMs < SETTLED_MS) return
  tally.asked += 1
  const group = scan.groups[node]
  const isAnswered = (scan.answerers.get(post.id) ?? []).some(
    (other) => other !== node && scan.groups[other] === group,
  )
  if (isAnswered) tally.answered += 1
}

function noteFigures(scan: Scan, tally: GroupTally, node: number, post: PostRow): void {
  const { stage, stance, lang } = post
  const weeksAgo = Math.floor((scan.now.getTime() - post.at.getTime()) / WEEK_MS)
  const week = WEEKS - 1 - Math.min(WEEKS - 1, Math.max(0, weeksAgo))
  tally.posts += 1
  tally.weeks[week] = (tally.weeks[week] ?? 0) + 1
  tally.languages.set(lang, (tally.languages.get(lang) ?? 0) + 1)
  const mixed = tally.stages.get(`${stage} ${stance}`) ?? { stage, stance, posts: 0 }
  mixed.posts += 1
  tally.stages.set(`${stage} ${stance}`, mixed)
  const kinds = new Set<TopicKind>()
  for (const id of post.topics) {
    const kind = scan.topics.get(id)
    if (kind === undefined) continue
    kinds.add(kind)
    const topic = tally.topics.get(id) ?? { posts: 0, people: new Set<number>() }
    topic.posts += 1
    topic.people.add(node)
    tally.topics.set(id, topic)
  }
  if (kinds.has('own') || kinds.has('category')) tally.relevantPosts += 1
  if (kinds.has('competitor')) tally.rivalPosts += 1
}
