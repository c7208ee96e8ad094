import { z } from 'zod'
import {
  ACTIVITY_TYPES,
  CORRECTED_PARTS,
  FIRST_DAY,
  HANDLE_KINDS,
  INTENTS,
  INTERFACE_LANGUAGES,
  LIMITS,
  MOVE_KINDS,
  OUTCOME_TYPES,
  READING_PARTS,
  RELATION_KINDS,
  SAYERS,
  SENTIMENTS,
  STAGES,
  STAGES_OR_NONE,
  STANCES,
  TOPIC_KINDS,
} from '#vocabulary/index.ts'

/** The shapes that several nouns share. Times are RFC 3339 in UTC; days are dates in the workspace's time zone. */
export const id = z.uuid()
export const time = z.iso.datetime({ offset: true })
/** The calendar of the database knows no year 0. */
export const day = z.iso.date().refine((text) => text >= FIRST_DAY)
export const language = z.enum(INTERFACE_LANGUAGES)
export const sentiment = z.enum(SENTIMENTS)
export const stage = z.enum(STAGES)
export const stageOrNone = z.enum(STAGES_OR_NONE)
export const intent = z.enum(INTENTS)
export const readingPart = z.enum(READING_PARTS)
export const stance = z.enum(STANCES)
export const moveKind = z.enum(MOVE_KINDS)
export const topicKind = z.enum(TOPIC_KINDS)
export const activityType = z.enum(ACTIVITY_TYPES)
export const outcomeType = z.enum(OUTCOME_TYPES)
export const relationKind = z.enum(RELATION_KINDS)
/** A built-in kind, or the id of one that the workspace added (GET /relation-kinds). */
export const relationCode = z.union([relationKind, z.uuid()])
const handleKind = z.enum(HANDLE_KINDS)

export const page = {
  limit: z.coerce.number().int().min(1).max(LIMITS.pageItemsMax).default(LIMITS.pageItemsDefault),
  cursor: z.string().max(500).optional(),
}

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const byId = z.object({ id })

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  field: z.string().optional(),
})
export type Problem = z.infer<typeof problem>

export const handle = z.object({
  id,
  platform: z.string(),
  externalId: z.string(),
  username: z.string().nullable(),
  displayName: z.string().nullable(),
  url: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  bio: z.string().nullable(),
  kind: handleKind,
  deletedAt: time.nullable(),
})
export type Handle = z.infer<typeof handle>

/** Who did it, as a list shows it. */
export const actor = z.object({
  handleId: id,
  personId: id,
  name: z.string(),
  username: z.string().nullable(),
  platform: z.string(),
  kind: handleKind,
})

/** Posts of a slice by what read them, most posts first. */
export const readBy = z.array(z.object({ model: z.string(), posts: z.number().int() }))

export const topicInPost = z.object({
  id,
  name: z.string(),
  kind: topicKind,
  start: z.number().int(),
  end: z.number().int(),
})

export const reading = z.object({
  lang: z.string(),
  langConfidence: z.number(),
  sentiment,
  sentimentScore: z.number(),
  sentimentConfidence: z.number(),
  stage: stageOrNone,
  stageConfidence: z.number(),
  stance,
  /** Null where it was read before readers said so. */
  stanceConfidence: z.number().nullable(),
  /** Those that hold; any number may. */
  intents: z.array(intent),
  /** How likely each is, 0..1; null where a reader without intents read the post. */
  likelihoods: z.record(intent, z.number()).nullable(),
  isToxic: z.boolean(),
  toxicity: z.number().nullable(),
  /** 0..1: how much of the text is unlike everything the reader learned from. */
  novelty: z.number(),
  /** The reader has never seen the like, so that it leaves everything open. */
  isNew: z.boolean(),
  /** It says something other than any label: no stage, no intent; or a member said so. */
  isOther: z.boolean(),
  /** Parts that the reader would rather leave open. */
  unsure: z.array(readingPart),
  /** Who said a part; those that are not named are the reader’s own. */
  saidBy: z.partialRecord(z.enum(CORRECTED_PARTS), z.enum(SAYERS)),
  model: z.string(),
  /** The member who corrected it; without a name once they have left, and where it is not told. */
  correctedBy: z.object({ id, name: z.string().nullable() }).nullable(),
})
export type Reading = z.infer<typeof reading>

export const outcome = z.object({
  type: outcomeType,
  /** In the currency's minor unit (yen, cents); null without a value. */
  valueMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  /** The same in the currency's own unit, as a plain decimal. */
  value: z.string().nullable(),
  /** What was paid back of it, as the value is; null where nothing was. The value is what is left. */
  refunded: z.string().nullable(),
  /** When money was last paid back, where the source says so. */
  refundedAt: time.nullable(),
  /** What was bought, as the source names it. */
  about: z.string().nullable(),
})
export type Outcome = z.infer<typeof outcome>

export const activity = z.object({
  id,
  type: activityType,
  actor,
  channel: z.object({ id, name: z.string(), kind: z.string() }),
  publishedAt: time,
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  /** Null where the activity carries no text, or lost it when it was deleted. */
  text: z.string().nullable(),
  isExcerpt: z.boolean(),
  tags: z.array(z.string()),
  parentId: id.nullable(),
  reading: reading.nullable(),
  topics: z.array(topicInPost),
  /** Only of type Outcome. */
  outcome: outcome.nullable(),
})
export type Activity = z.infer<typeof activity>
