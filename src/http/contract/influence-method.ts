import { z } from 'zod'
import { NOT_PROVEN } from '#vocabulary/index.ts'
import { figure, placebos } from './influence-figures.ts'
import {
  asked,
  channel,
  count,
  credit,
  creditedOutcome,
  ground,
  label,
  level,
  person,
} from './influence-shapes.ts'
import { mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

const comparedChannel = z.object({
  channel,
  /** Ours, and the usual rules; all in outcomes. */
  credit,
  lastTouch: credit,
  firstTouch: credit,
  linear: credit,
  timeDecay: credit,
  markov: credit,
  shapley: credit,
})

/** With the 90 % interval of a bootstrap over outcomes. */
const ruleFigure = z.object({ credit, low: credit, high: credit })
const calibration = z.object({
  experiments: count,
  people: count,
  from: shapes.time,
  to: shapes.time.nullable(),
})

export const getComparators = route({
  method: 'GET',
  path: '/influence/comparators',
  summary:
    'What the usual rules would say by channel: last, first, linear, time decay, Markov, Shapley',
  access: mayRead,
  query: z.object({ ...asked, stage: shapes.stage.optional() }),
  answer: z.object({
    ...ground,
    /** Of the measurement, of the type and the days asked for. */
    outcomes: count,
    /** Outcomes that some touch preceded: the usual rules credit them whole. */
    preceded: count,
    credited: credit,
    halfLifeDays: z.number().nullable(),
    byChannel: z.array(
      z.object({
        channel,
        /** Ours; the usual rules are not calibrated by anything. */
        credit: ruleFigure.extend({
          enough: z.boolean(),
          evidence: label,
          calibration: calibration.nullable(),
        }),
        lastTouch: ruleFigure,
        firstTouch: ruleFigure,
        linear: ruleFigure,
        timeDecay: ruleFigure,
        markov: ruleFigure,
        shapley: ruleFigure,
      }),
    ),
  }),
  status: 200,
})

const levelFigure = z.object({ level, ...figure, outcomes: count, touches: count })

export const getInfluenceMethod = route({
  method: 'GET',
  path: '/influence/method',
  summary:
    'Five worked questions with the workspace’s own figures, and three things they do not prove',
  access: mayRead,
  query: z.object({ topic: shapes.id.optional() }),
  answer: z.object({
    ...ground,
    questions: z.object({
      /** 1. How did this one come about? The outcome of the last weeks with the largest credited part. */
      path: z
        .object({
          outcome: creditedOutcome,
          background: z.number(),
          touches: count,
          largest: z.object({
            share: z.number(),
            person: person.nullable(),
            channel: channel.nullable(),
          }),
        })
        .nullable(),
      /** 2. Why not last click? */
      lastClick: z
        .object({
          outcomes: count,
          preceded: count,
          credited: credit,
          /** The channel on which the two differ most. */
          channel: comparedChannel.nullable(),
        })
        .nullable(),
      /** 3. What would have happened anyway? */
      anyway: z
        .object({
          outcomes: count,
          background: credit,
          /** People compared with each outcome, at the same instant. */
          controls: count,
          strata: count.nullable(),
        })
        .nullable(),
      /** 4. How sure is that? */
      certainty: z
        .object({
          credit,
          low: credit,
          high: credit,
          level: z.number(),
          replicates: count,
          placebo: credit,
          placebos,
          enough: z.boolean(),
        })
        .nullable(),
      /** 5. Who moves people: buyers or recommenders? */
      movers: z.array(levelFigure).nullable(),
    }),
    notProven: z.array(
      z.object({
        kind: z.enum(NOT_PROVEN),
        /** `cause`: outcomes without experiment; `prevention`: touches by who advises against; `unseen`: outcomes without a person. */
        figure: z.number().nullable(),
      }),
    ),
    /** What the stages of a topic are worth, by which its moves are reckoned in money; ten topics at most. */
    stageValues: z.array(
      z.object({
        topic: z.object({ id: shapes.id, name: z.string() }),
        currency: z.string(),
        /** In the order of the journey; null of stages of which nobody can say. */
        stages: z.array(z.object({ stage: shapes.stage, minor: z.number().nullable() })),
      }),
    ),
  }),
  status: 200,
})
