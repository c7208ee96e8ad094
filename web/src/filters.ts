import type { QueryOf } from './api.ts'
import { isDay } from './days.ts'
import type {
  Intent,
  MoveKind,
  RelationKind,
  Sentiment,
  Stage,
  StageOrNone,
  Stance,
  TopicKind,
} from './terms.ts'

/** The filters of Listening as they stand in the URL. */
export type Filters = Pick<Query, FilterName> & {
  toxic?: boolean | undefined
  unsure?: boolean | undefined
}

type Query = QueryOf<'GET /activities'>
type FilterName =
  | 'q'
  | 'topic'
  | 'person'
  | 'organisation'
  | 'channel'
  | 'stage'
  | 'stance'
  | 'sentiment'
  | 'move'
  | 'opinion'
  | 'lang'
  | 'intent'
  | 'model'
  | 'moved'
  | 'from'
  | 'to'

/** Lists of the contract's closed sets; one that is missing or too much doesn't compile. */
const keysOf = <Key extends string>(record: Record<Key, true>) => Object.keys(record) as Key[]
export const STAGES = keysOf<Stage>({
  discovery: true,
  evaluation: true,
  recommendation: true,
  satisfaction: true,
})
export const STAGES_OR_NONE: StageOrNone[] = [...STAGES, 'none']
/** Every move; at one stage only a turn from for to against, or back, is one. */
export const MOVE_KINDS: MoveKind[] = (['none', ...STAGES] as const).flatMap((from) =>
  STAGES.map((to): MoveKind => `${from}-${to}`).filter(
    (move) => move !== 'discovery-discovery' && move !== 'evaluation-evaluation',
  ),
)
export const SENTIMENTS = keysOf<Sentiment>({ positive: true, neutral: true, negative: true })
export const STANCES = keysOf<Stance>({ for: true, against: true, mixed: true, none: true })
export const INTENTS = keysOf<Intent>({
  question: true,
  complaint: true,
  praise: true,
  purchase: true,
  recommendation_sought: true,
  recommendation_given: true,
  support: true,
  feature: true,
  churn: true,
  spam: true,
})
export const RELATION_KINDS = keysOf<RelationKind>({
  customer: true,
  prospect: true,
  advocate: true,
  'decision-maker': true,
  partner: true,
  competitor: true,
  employee: true,
  media: true,
  peer: true,
  stakeholder: true,
})
export const TOPIC_KINDS = keysOf<TopicKind>({
  own: true,
  competitor: true,
  category: true,
  campaign: true,
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function oneOf<Value extends string>(allowed: Value[], value: unknown): Value | undefined {
  return allowed.find((known) => known === value)
}

export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && UUID.test(value) ? value : undefined
}

/** An address says `true` or `false`; a saved search has the value itself. */
/** A kind of relation: a built-in one, or the id of one that the workspace added. */
export function relationOf(value: unknown): string | undefined {
  return oneOf(RELATION_KINDS, value) ?? idOf(value)
}

export function yesOrNo(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true
  return value === false || value === 'false' ? false : undefined
}

export function wordsOf(value: unknown, charsMax: number): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, charsMax) : ''
  return text === '' ? undefined : text
}

export function dayOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined
}

/** Reads the filters out of a URL; what makes no sense is left out, so an old link still opens. */
export function readFilters(search: Record<string, unknown>): Filters {
  return withoutEmpty({
    q: wordsOf(search.q, 200),
    topic: idOf(search.topic),
    person: idOf(search.person),
    organisation: idOf(search.organisation),
    channel: idOf(search.channel),
    stage: oneOf(STAGES_OR_NONE, search.stage),
    stance: oneOf(STANCES, search.stance),
    sentiment: oneOf(SENTIMENTS, search.sentiment),
    // People move for a topic; without one there is nothing to list.
    move: idOf(search.topic) === undefined ? undefined : oneOf(MOVE_KINDS, search.move),
    opinion: idOf(search.opinion),
    lang: wordsOf(search.lang, 20),
    intent: oneOf(INTENTS, search.intent),
    toxic: yesOrNo(search.toxic),
    unsure: yesOrNo(search.unsure),
    model: wordsOf(search.model, 100),
    moved: idOf(search.moved),
    from: dayOrNone(search.from),
    to: dayOrNone(search.to),
  })
}

type Filled<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

export function withoutEmpty<T extends object>(values: T): Filled<T> {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(filled) as Filled<T>
}

/** URLs hold plain words (`?stage=none`), not JSON, so that people can read and write them. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(withoutEmpty(search))) params.set(key, String(value))
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** How the router reads addresses: what no page knows of is dropped, so that no page meets what was not checked. */
export const SEARCH = { parseSearch, stringifySearch, search: { strict: true } } as const
