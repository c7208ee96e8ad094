import type { QueryOf } from '../../api.ts'
import { dayOrNone, idOf, MOVE_KINDS, oneOf, STAGES, withoutEmpty, wordsOf } from '../../filters.ts'
import type { MoveKind, Stage } from '../../terms.ts'

export const VIEWS = ['cycle', 'flow', 'stuck', 'before'] as const
export type View = (typeof VIEWS)[number]

export type Ending = NonNullable<QueryOf<'GET /journeys/stays'>['ending']>
const ENDINGS = Object.keys({
  ...{ discovery: true, evaluation: true, recommendation: true, satisfaction: true },
  ...{ churn: true, silence: true, ongoing: true },
} satisfies Record<Ending, true>) as Ending[]

export type SegmentKind = QueryOf<'GET /journeys/stuck/segments'>['by']
export const SEGMENT_KINDS = Object.keys({
  ...{ relation: true, language: true, channel: true, tag: true, community: true },
} satisfies Record<SegmentKind, true>) as SegmentKind[]

/** What stands in the URL of Journeys. */
export interface JourneysSearch {
  topic?: string
  from?: string
  to?: string
  view?: View
  /** Whose stays: `relation:customer`. */
  segment?: string
  /** By what people are told apart where they get stuck. */
  by?: SegmentKind
  /** The stays that are listed. */
  stage?: Stage
  ending?: Ending
  /** The move that something came before. */
  move?: MoveKind
  /** The post that is open. */
  post?: string
}

/** The topic and the days alone: what Listening shares with Journeys. */
export type Slice = Pick<JourneysSearch, 'topic' | 'from' | 'to'>

export function sliceOf({ topic, from, to }: JourneysSearch): Slice {
  return withoutEmpty({ topic, from, to })
}

export function readJourneysSearch(search: Record<string, unknown>): JourneysSearch {
  return withoutEmpty({
    topic: idOf(search.topic),
    from: dayOrNone(search.from),
    to: dayOrNone(search.to),
    view: oneOf([...VIEWS], search.view),
    by: oneOf(SEGMENT_KINDS, search.by),
    segment: wordsOf(search.segment, 60),
    stage: oneOf(STAGES, search.stage),
    ending: oneOf(ENDINGS, search.ending),
    move: oneOf(MOVE_KINDS, search.move),
    post: idOf(search.post),
  })
}
