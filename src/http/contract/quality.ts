import { z } from 'zod'
import {
  CORRECTED_PARTS,
  CORRECTION_ORIGINS,
  JUDGING_QUEUES,
  MODEL_REASONS,
  MODEL_STATES,
  READING_PARTS,
  TEACHING_REASONS,
} from '#vocabulary/index.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const correctedPart = z.enum(CORRECTED_PARTS)
const origin = z.enum(CORRECTION_ORIGINS)
const queueName = z.enum(JUDGING_QUEUES)

/** All that is decided of one post; intents not in the list do not hold. */
const judgement = z.object({
  sentiment: shapes.sentiment,
  stage: shapes.stageOrNone,
  stance: shapes.stance,
  intents: z.array(shapes.intent),
  toxicity: z.boolean(),
})

/** A member, or the maker of an API key; the name is null once they have left. */
const author = z.object({ id: shapes.id, name: z.string().nullable() }).nullable()

export const putReading = route({
  method: 'PUT',
  path: '/activities/{id}/reading',
  summary: 'Correct parts of a reading; what is corrected outranks every model',
  access: mayWrite,
  params: shapes.byId,
  body: z
    .object({
      sentiment: shapes.sentiment.optional(),
      stage: shapes.stageOrNone.optional(),
      stance: shapes.stance.optional(),
      toxicity: z.boolean().optional(),
      /** That it says something other than any label. */
      other: z.boolean().optional(),
      intents: z.partialRecord(shapes.intent, z.boolean()).optional(),
      origin: origin.default('page'),
    })
    .refine(({ origin: _, intents, ...parts }) => {
      const said = [...Object.values(parts), ...Object.values(intents ?? {})]
      return said.some((value) => value !== undefined)
    }, 'Name at least one part'),
  answer: shapes.reading,
  status: 200,
})

export const deleteCorrection = route({
  method: 'DELETE',
  path: '/activities/{id}/reading/correction',
  summary:
    'Take the corrections of a post back, or that of one part; the model’s reading holds again',
  access: mayWrite,
  params: shapes.byId,
  query: z.object({ part: correctedPart.optional() }),
  answer: shapes.reading,
  status: 200,
})

/** One part as somebody corrected it. */
export const correction = z.object({
  id: shapes.id,
  at: shapes.time,
  by: author,
  part: correctedPart,
  /** The label before and after; for intents, toxicity and other `yes` or `no`. */
  from: z.string(),
  to: z.string(),
  /** Whose reading was corrected. */
  model: z.string(),
  origin,
  /** The form of the text that it is about; after an edit it has no effect any more. */
  revision: z.number().int(),
  /** When it was taken back, or replaced by a later one; null while it holds. */
  undoneAt: shapes.time.nullable(),
})
export type Correction = z.infer<typeof correction>

/** What a model said of a post that was corrected or audited. */
export const earlierReading = z.object({
  model: z.string(),
  revision: z.number().int(),
  readAt: shapes.time,
  /** Null for the model that runs now. */
  replacedAt: shapes.time.nullable(),
  said: judgement,
})
export type EarlierReading = z.infer<typeof earlierReading>

const movedPart = z.object({ part: z.enum(READING_PARTS), from: z.string(), to: z.string() })

/** A post that is shown otherwise since another model read it. */
export const readingMove = z.object({
  /** The change of the model, as GET /quality lists them. */
  run: shapes.id,
  fromModel: z.string(),
  toModel: z.string(),
  at: shapes.time,
  revision: z.number().int(),
  moved: z.array(movedPart),
})
export type ReadingMove = z.infer<typeof readingMove>

export const getCorrections = route({
  method: 'GET',
  path: '/activities/{id}/corrections',
  summary: 'Who corrected what, and what other models said, newest first',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({
    corrections: z.array(correction),
    /** Kept from the first correction or audit on. */
    readings: z.array(earlierReading),
    /** Changes of the model that moved the reading, also of a post that nobody judged. */
    moves: z.array(readingMove),
  }),
  status: 200,
})

/** What of the text pulled: positive to the new label, negative against it. */
const pull = z.object({
  text: z.string(),
  /** Place in title and text joined by a line break, in UTF-16 code units. */
  start: z.number().int(),
  end: z.number().int(),
  weight: z.number(),
})

export const getReadingMove = route({
  method: 'GET',
  path: '/activities/{id}/moves/{run}',
  summary:
    'Why a change of the model moved the reading of a post: which words, and who taught them',
  access: mayRead,
  params: z.object({ id: shapes.id, run: shapes.id }),
  answer: readingMove.extend({
    /** Why nothing can be said; null where it can. */
    unexplained: z.enum(['text-edited', 'model-gone']).nullable(),
    why: z.array(
      movedPart.extend({
        /** How far the new label is ahead of the old one, by the model before and by the one after. */
        lead: z.object({ before: z.number(), after: z.number() }),
        pieces: z.array(pull),
        /** What the lead gained beside: in smaller pieces, and in what has no place in the text. */
        rest: z.number(),
        /** Judged posts with the words that pulled; of a return to the base, those whose lessons went. */
        taughtBy: z.array(
          z.object({
            activity: shapes.id,
            excerpt: z.string(),
            /** Of the pull to the new label, the share that lies in words of this post, 0..1. */
            share: z.number(),
          }),
        ),
      }),
    ),
  }),
  status: 200,
})

/** Macro F1 (0..1) of one part on the audits that select, before (the model then running) and after. */
const score = z.object({
  part: z.enum(READING_PARTS),
  audits: z.number().int(),
  before: z.number(),
  after: z.number(),
})

export const readerModel = z.object({
  /** 0: the base that ships with Enishi. */
  version: z.number().int(),
  /** As readings carry it: `base-1` or `base-1+3`. */
  name: z.string(),
  base: z.string(),
  state: z.enum(MODEL_STATES),
  reason: z.enum(MODEL_REASONS).nullable(),
  /** Judged posts that it learnt from. */
  learntFrom: z.number().int(),
  /** Parts with enough audits; empty where there were too few. */
  scores: z.array(score),
  /** Mean of the scores; null without any. */
  mean: z.object({ before: z.number(), after: z.number() }).nullable(),
  /** Audits that chose, and of those the posts read better and worse than by the model then running; null without a comparison. */
  compared: z
    .object({
      audits: z.number().int(),
      auditsMin: z.number().int(),
      better: z.number().int(),
      worse: z.number().int(),
    })
    .nullable(),
  trainedAt: shapes.time.nullable(),
  promotedAt: shapes.time.nullable(),
  retiredAt: shapes.time.nullable(),
  requestedBy: author,
  /** Whether it can be promoted or rolled back to. */
  mayRun: z.boolean(),
})
export type ReaderModelRow = z.infer<typeof readerModel>

/** A share with its Wilson interval of 95 %. */
const share = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  of: z.number().int(),
})

export const labelQuality = z.object({
  part: z.enum(READING_PARTS),
  /** For intents and toxicity `yes`. */
  label: z.string(),
  /** `all` over every language, then those with audits. */
  lang: z.string(),
  /** Audits of which the model or the member said the label. */
  audited: z.number().int(),
  /** Of those that the model said: how many are right. Null below 50 of them. */
  precision: share.nullable(),
  /** Of those that the member said: how many the model found. Null below 50 of them. */
  recall: share.nullable(),
  /** Audits that were said of by the model, by the member, and by both. */
  said: z.number().int(),
  held: z.number().int(),
  right: z.number().int(),
})
export type LabelQuality = z.infer<typeof labelQuality>

export const teachNext = z.object({
  reason: z.enum(TEACHING_REASONS),
  queue: queueName,
  part: z.enum(READING_PARTS),
  label: z.string().nullable(),
  lang: z.string().nullable(),
  /** Audits that are missing; wrong, corrected or open posts. */
  posts: z.number().int(),
})
export type TeachNext = z.infer<typeof teachNext>

/** How right the votes of a language model are on one part, beside the reader on the same posts. */
const voteQuality = z.object({
  part: z.enum(READING_PARTS),
  /** Votes on posts that were audited afterwards. */
  audited: z.number().int(),
  /** Null below 50 of them, both. */
  precision: share.nullable(),
  reader: share.nullable(),
  /** Where the reader alone is right more often, votes on the part stop. */
  isStopped: z.boolean(),
})

export const getQuality = route({
  method: 'GET',
  path: '/quality',
  summary: 'What is read right and what is not, by audits; the models, and what to teach next',
  access: mayRead,
  answer: z.object({
    /** Newest first; the base last. */
    models: z.array(readerModel),
    /** Changes of the model, newest first: the last ten. */
    runs: z.array(
      z.object({
        id: shapes.id,
        model: z.string(),
        /** What read before; null where nothing is on record. */
        before: z.string().nullable(),
        reason: z.enum(MODEL_REASONS),
        at: shapes.time,
        by: author,
        /** Posts that are shown otherwise since: GET /activities?moved= with this id. */
        moved: z.number().int(),
      }),
    ),
    /** Name of the model that reads new posts. */
    running: z.string(),
    /** Whether there is anything to learn from: judged posts that are no audits. */
    canLearn: z.boolean(),
    /** Audits answered about the text as it is now. */
    audited: z.number().int(),
    /** Of those: what chooses between models, and what the figures come from. No audit does both. */
    slices: z.object({ selecting: z.number().int(), reporting: z.number().int() }),
    /** How many a figure needs at least. */
    auditsMin: z.number().int(),
    /** From the reporting slice alone. */
    labels: z.array(labelQuality),
    /** What read the posts of those figures. */
    figuresReadBy: shapes.readBy,
    corrections: z.object({
      /** Judged posts that the running model has not learnt from. */
      sinceModel: z.number().int(),
      total: z.number().int(),
    }),
    /** Posts drawn and waiting to be judged. */
    queue: z.object({ audit: z.number().int(), learning: z.number().int() }),
    /** Posts by the model that read them, most first. */
    readBy: shapes.readBy,
    /** Old posts being read by the running model; null when all are. */
    rereading: z
      .object({
        state: z.enum(['waiting', 'running', 'failed']),
        done: z.number().int(),
        total: z.number().int(),
      })
      .nullable(),
    /** A training that was asked for; null when none is. */
    training: z.object({ state: z.enum(['waiting', 'running', 'failed']) }).nullable(),
    teachNext: z.array(teachNext),
    /** Of the language model that is named in the settings; null where none is. */
    votes: z
      .object({ model: z.string(), isOn: z.boolean(), parts: z.array(voteQuality) })
      .nullable(),
  }),
  status: 200,
})

export const listQueue = route({
  method: 'GET',
  path: '/quality/queue',
  summary: 'The next posts to judge, drawn when there are too few',
  access: mayWrite,
  query: z.object({ queue: queueName, lang: z.string().max(20).optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        /** In the audit queue without its reading, so that it sways nobody. */
        activity: shapes.activity,
        queue: queueName,
        drawnAt: shapes.time,
        /** The language that it is taken to be in. */
        lang: z.string(),
        /** What the model said; null in the audit queue. */
        said: judgement.nullable(),
        /** What the reader is least sure of; empty in the audit queue. */
        unsure: z.array(z.enum(READING_PARTS)),
      }),
    ),
  }),
  status: 200,
})

export const postQueueAnswer = route({
  method: 'POST',
  path: '/quality/queue/{id}',
  summary: 'Judge one post of a queue, by the id of its activity, or leave it out',
  access: mayWrite,
  params: shapes.byId,
  body: z.union([z.object({ skip: z.literal(true) }), judgement]),
  answer: 'none',
  status: 204,
})

export const postTraining = route({
  method: 'POST',
  path: '/quality/train',
  summary:
    'Learn from the corrections in the background; promoted only where audits say it is better',
  access: mayManage,
  answer: z.object({ state: z.enum(['waiting', 'running']) }),
  status: 202,
})

export const postModelRun = route({
  method: 'POST',
  path: '/quality/models/{version}/run',
  summary: 'Let this model read from now on (0: the base); old posts are read again',
  access: mayManage,
  params: z.object({ version: z.string().max(40) }),
  answer: readerModel,
  status: 200,
})
