import { z } from 'zod'

const count = z.number().int()
/** Outcomes, as a sum of parts. */
const credit = z.number()

/** What one placebo credits: the mean of its draws, the least and the most of them. */
const placebo = z.object({ credit, low: credit, high: credit })

/** All placebos of a figure; null where the measurement kept none. */
export const placebos = z
  .object({
    /** Of each. */
    draws: count,
    /** Outcomes dealt anew among people alike: `placebo` is their mean. */
    redealt: placebo,
    /** Instants exchanged among the outcomes of people alike: what rests on people rather than timing. */
    shuffledTimes: placebo,
    /** Whoever reached somebody taken as reached by them: likeness shows here, influence hardly. */
    reversedEdges: placebo,
  })
  .nullable()

export const interval = z.object({ low: z.number(), high: z.number() })

/** A figure with the span of its 90 % interval and what the same cut has of outcomes dealt anew. */
export const figure = {
  credit,
  low: credit,
  high: credit,
  placebo: credit,
  placebos,
  /** False: insufficient evidence; say so instead of the number. */
  enough: z.boolean(),
}

/** Of the outcomes asked for, how many could be linked to a person at all; the others are in no figure. */
export const linked = z.object({
  /** Business outcomes: what somebody bought, signed up for, cancelled. */
  outcomes: count,
  linked: count,
  share: z.number().nullable(),
  /** Moves between stages are read from somebody's words: all are linked, and none counts above. */
  moves: count,
})
