import { z } from 'zod'
import { DEAL_STATES, LIMITS } from '#vocabulary/index.ts'
import { search, shortText } from './engage-shapes.ts'
import { ownerMeant } from './lists.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const percent = z.number().int().min(0).max(100)

export const pipelineStage = z.object({
  id: shapes.id,
  name: z.string(),
  /** Percent. */
  probability: z.number().int(),
})

export const pipeline = z.object({
  id: shapes.id,
  name: z.string(),
  /** In the order in which deals pass them. */
  stages: z.array(pipelineStage),
})
export type Pipeline = z.infer<typeof pipeline>

const stageInput = z.object({ name: shortText, probability: percent })

export const listPipelines = route({
  method: 'GET',
  path: '/pipelines',
  summary: 'Pipelines with their stages, oldest first',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(pipeline),
  status: 200,
})

export const postPipeline = route({
  method: 'POST',
  path: '/pipelines',
  summary: "Add a pipeline; without name and stages the usual one, in the workspace's language",
  access: mayWrite,
  body: z.object({
    name: shortText.optional(),
    stages: z.array(stageInput).min(1).max(LIMITS.stagesPerPipelineMax).optional(),
  }),
  answer: pipeline,
  status: 201,
})

export const patchPipeline = route({
  method: 'PATCH',
  path: '/pipelines/{id}',
  summary: 'Change its name, or its stages as a whole: one with an id stays, one without is new',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    name: shortText.optional(),
    stages: z
      .array(stageInput.extend({ id: shapes.id.optional() }))
      .min(1)
      .max(LIMITS.stagesPerPipelineMax)
      .optional(),
  }),
  answer: pipeline,
  status: 200,
})

export const deletePipeline = route({
  method: 'DELETE',
  path: '/pipelines/{id}',
  summary: 'Remove a pipeline without deals',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

/** Sums of one currency; digits of minor units, which may be more than a JSON number can hold. */
const sums = z.object({
  currency: z.string(),
  deals: z.number().int(),
  valueMinor: z.string(),
  /** Each value times its probability; rounded once, half up. */
  weightedMinor: z.string(),
})

export const getPipelineSums = route({
  method: 'GET',
  path: '/pipelines/{id}/sums',
  summary:
    'Deals and their value, by stage (open) and by state (won, lost); drills down to GET /deals?pipeline=&stage=&state=',
  access: mayRead,
  params: shapes.byId,
  query: z.object({
    q: search,
    owner: ownerMeant.optional(),
    organisation: shapes.id.optional(),
    topic: shapes.id.optional(),
    /** Days in the workspace's time zone on which deals were closed; for won and lost. */
    closedFrom: shapes.day.optional(),
    closedTo: shapes.day.optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        /** Null for what is closed. */
        stageId: shapes.id.nullable(),
        state: z.enum(DEAL_STATES),
        deals: z.number().int(),
        byCurrency: z.array(sums),
      }),
    ),
  }),
  status: 200,
})
