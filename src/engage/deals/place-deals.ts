import { foldText } from '#language/index.ts'
import type { DealState, IncomingDeal, Refusal } from '#vocabulary/index.ts'
import type { Pipeline } from './pipelines.ts'

/** Where a list says that a deal stands. */
export interface DealPlace {
  pipelineId: string
  stageId: string
  /** The list names the stage; false: it is where deals begin, or end. */
  isNamed: boolean
  /** Absent where the list does not say. */
  state?: DealState
}

type Row = Pick<IncomingDeal, 'pipeline' | 'stage' | 'state' | 'columns'>

/**
 * Finds the stage that a row of a list names: in the pipeline it names, else in the first one that has
 * a stage of that name. Words that only say won or lost stand for the last stage and the first.
 * Anything else is refused with the column in which it stands. `pipelines` in their order, at least
 * one. Pure.
 */
export function placeOfRow(
  row: Row,
  pipelines: readonly Pipeline[],
): DealPlace | { refusal: Refusal } {
  const { pipeline, stage, state, columns } = row
  const among =
    pipeline === undefined ? pipelines : pipelines.filter((one) => isCalled(one, pipeline))
  const [home] = among
  if (home === undefined) return refuse('unknown-pipeline', columns.pipeline, pipeline)
  const said = state === undefined ? {} : { state }
  const named = stage === undefined ? undefined : findStage(among, stage)
  if (named !== undefined) return { ...named, isNamed: true, ...said }
  const isOver = state === 'won' || state === 'lost'
  if (stage !== undefined && !isOver) return refuse('unknown-stage', columns.stage, stage)
  const end = state === 'won' ? home.stages.at(-1) : home.stages[0]
  if (end === undefined) return refuse('unknown-stage', columns.stage, stage)
  return { pipelineId: home.id, stageId: end.id, isNamed: false, ...said }
}

function findStage(
  pipelines: readonly Pipeline[],
  name: string,
): { pipelineId: string; stageId: string } | undefined {
  for (const { id, stages } of pipelines) {
    const stage = stages.find((one) => isCalled(one, name))
    if (stage !== undefined) return { pipelineId: id, stageId: stage.id }
  }
  return undefined
}

function isCalled({ name }: { name: string }, asked: string): boolean {
  return foldText(name).trim() === foldText(asked).trim()
}

function refuse(
  reason: 'unknown-stage' | 'unknown-pipeline',
  field: string | undefined,
  detail: string | undefined,
): { refusal: Refusal } {
  return {
    refusal: {
      reason,
      ...(field === undefined ? {} : { field }),
      ...(detail === undefined ? {} : { detail: detail.slice(0, 100) }),
    },
  }
}
