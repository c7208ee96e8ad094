import { sql } from 'kysely'
import { foldText } from '#language/index.ts'
import { type Listed, type PageRequest, readIdCursor, writeCursor } from '#store/cursor.ts'
import type { Transaction } from '#store/door.ts'
import { OWN_WORKSPACE, writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import { EnishiError, type InterfaceLanguage, LIMITS, uuidV7 } from '#vocabulary/index.ts'

export interface PipelineStage {
  id: string
  name: string
  /** Percent. */
  probability: number
}

export interface Pipeline {
  id: string
  name: string
  stages: PipelineStage[]
}

export interface StageInput {
  id?: string | undefined
  name: string
  probability: number
}

export interface PipelineInput {
  name?: string | undefined
  stages?: StageInput[] | undefined
}

interface Usual {
  name: string
  stages: StageInput[]
}

/** What a pipeline is where nobody says otherwise. */
const USUAL: Record<InterfaceLanguage, Usual> = {
  ja: {
    name: '商談',
    stages: [
      { name: '引き合い', probability: 10 },
      { name: 'ヒアリング', probability: 25 },
      { name: '提案', probability: 50 },
      { name: '見積・交渉', probability: 70 },
      { name: '内示', probability: 90 },
    ],
  },
  en: {
    name: 'Sales',
    stages: [
      { name: 'Enquiry', probability: 10 },
      { name: 'Discovery', probability: 25 },
      { name: 'Proposal', probability: 50 },
      { name: 'Negotiation', probability: 70 },
      { name: 'Verbal yes', probability: 90 },
    ],
  },
}

/** Pipelines with their stages, in the order in which they were added. Throws `bad-input` for a foreign cursor. */
export async function listPipelines(tx: Transaction, page: PageRequest): Promise<Listed<Pipeline>> {
  const after = page.cursor === undefined ? null : readIdCursor(page.cursor)
  const { rows } = await selectPipelines(
    sql`${after}::uuid is null or p.id > ${after}::uuid`,
    page.limit + 1,
  ).execute(tx)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > items.length && last !== undefined ? writeCursor([last.id]) : null,
  }
}

function selectPipelines(where: ReturnType<typeof sql>, limit: number) {
  return sql<Pipeline>`
    select p.id, p.name, array(
      select json_build_object('id', s.id, 'name', s.name, 'probability', s.probability)
      from pipeline_stage s where s.pipeline_id = p.id and s.removed_at is null
      order by s.position) as stages
    from pipeline p where ${where} order by p.id limit ${limit}`
}

/** All pipelines in the order in which they were added; the usual one is made where there is none. */
export async function allPipelines(
  tx: Transaction,
  change: ChangeInWorkspace,
): Promise<Pipeline[]> {
  const { rows } = await selectPipelines(sql`true`, LIMITS.pipelinesPerWorkspaceMax).execute(tx)
  return rows.length > 0 ? rows : [await addPipeline(tx, {}, change)]
}

/** One pipeline. Throws `not-found`. */
export async function getPipeline(tx: Transaction, id: string): Promise<Pipeline> {
  const { rows } = await selectPipelines(sql`p.id = ${id}::uuid`, 1).execute(tx)
  if (rows[0] === undefined) throw noPipeline()
  return rows[0]
}

/** The pipeline in which deals begin where none is named; the usual one is made where there is none. */
export async function firstPipeline(tx: Transaction, change: ChangeInWorkspace): Promise<Pipeline> {
  const { rows } = await selectPipelines(sql`true`, 1).execute(tx)
  if (rows[0] !== undefined) return rows[0]
  return addPipeline(tx, {}, change)
}

/**
 * Adds a pipeline; without name or stages those that are usual in the workspace's language. Records
 * `pipeline.added`. Throws `conflict` for a name that is taken or a workspace that is full.
 */
export async function addPipeline(
  tx: Transaction,
  input: PipelineInput,
  change: ChangeInWorkspace,
): Promise<Pipeline> {
  const usual = await usualOf(tx)
  const { name = usual.name, stages = usual.stages } = input
  await refuseTooMany(tx)
  const id = uuidV7(change.now.getTime(), change.random)
  const added = await tx
    .insertInto('pipeline')
    .values({
      ...{ workspace_id: OWN_WORKSPACE, id, name, name_key: foldText(name) },
      created_at: change.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw takenName()
  await writeStages(tx, id, stages, change)
  await tell(tx, 'pipeline.added', id, change)
  return getPipeline(tx, id)
}

async function usualOf(tx: Transaction): Promise<Usual> {
  const { language } = await tx.selectFrom('workspace').select('language').executeTakeFirstOrThrow()
  return USUAL[language]
}

async function refuseTooMany(tx: Transaction): Promise<void> {
  const max = LIMITS.pipelinesPerWorkspaceMax
  const rows = await tx.selectFrom('pipeline').select('id').limit(max).execute()
  if (rows.length < max) return
  throw new EnishiError('conflict', {
    en: `There are ${max} pipelines, the most there may be. Remove one that you no longer need.`,
    ja: `パイプラインは${max}件までです。不要なものを削除してください。`,
  })
}

/**
 * Changes the name, or the stages as a whole: one with an id stays, one without is new, one that is
 * left out goes. Records `pipeline.changed`. Throws `not-found`; `conflict` for a name that is taken
 * and for a stage that goes while open deals stand there.
 */
export async function patchPipeline(
  tx: Transaction,
  id: string,
  { name, stages }: PipelineInput,
  change: ChangeInWorkspace,
): Promise<Pipeline> {
  await sql`select 1 from pipeline where id = ${id}::uuid for update`.execute(tx)
  const before = await getPipeline(tx, id)
  if (name !== undefined) await rename(tx, id, name)
  if (stages !== undefined) await replaceStages(tx, before, stages, change)
  const detail = Object.keys({ ...(name && { name }), ...(stages && { stages }) })
  await tell(tx, 'pipeline.changed', id, change, detail)
  return getPipeline(tx, id)
}

async function rename(tx: Transaction, id: string, name: string): Promise<void> {
  const name_key = foldText(name)
  const taken = await tx
    .selectFrom('pipeline')
    .select('id')
    .where('name_key', '=', name_key)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken !== undefined) throw takenName()
  await tx.updateTable('pipeline').set({ name, name_key }).where('id', '=', id).execute()
}

async function replaceStages(
  tx: Transaction,
  before: Pipeline,
  stages: StageInput[],
  change: ChangeInWorkspace,
): Promise<void> {
  const known = new Set(before.stages.map((stage) => stage.id))
  const kept = stages.flatMap((stage) => stage.id ?? [])
  if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) throw noStage()
  const gone = [...known].filter((id) => !kept.includes(id))
  await refuseOccupied(tx, gone)
  await sql`update pipeline_stage set removed_at = ${change.now} where id = any(${gone}::uuid[])`.execute(
    tx,
  )
  await writeStages(tx, before.id, stages, change)
}

async function refuseOccupied(tx: Transaction, stages: string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select s.name from pipeline_stage s where s.id = any(${stages}::uuid[])
      and exists (select 1 from deal d where d.stage_id = s.id and d.state = 'open') limit 1`.execute(
    tx,
  )
  if (rows[0] === undefined) return
  throw new EnishiError(
    'conflict',
    {
      en: `Open deals stand in “${rows[0].name}”. Move them to another stage first.`,
      ja: `「${rows[0].name}」に進行中の商談があります。先にほかの段階へ移してください。`,
    },
    { field: 'stages' },
  )
}

async function writeStages(
  tx: Transaction,
  pipelineId: string,
  stages: readonly StageInput[],
  change: ChangeInWorkspace,
): Promise<void> {
  for (const [position, { id, name, probability }] of stages.entries()) {
    const values = { name, probability, position }
    if (id === undefined) {
      const own = { workspace_id: OWN_WORKSPACE, id: uuidV7(change.now.getTime(), change.random) }
      await tx
        .insertInto('pipeline_stage')
        .values({ ...own, pipeline_id: pipelineId, ...values, removed_at: null })
        .execute()
    } else await tx.updateTable('pipeline_stage').set(values).where('id', '=', id).execute()
  }
}

/** Removes a pipeline. Records `pipeline.removed`. Throws `not-found`; `conflict` while it has deals. */
export async function deletePipeline(
  tx: Transaction,
  id: string,
  change: ChangeInWorkspace,
): Promise<void> {
  await getPipeline(tx, id)
  const { rows } = await sql`select 1 from deal where pipeline_id = ${id}::uuid limit 1`.execute(tx)
  if (rows.length > 0) throw hasDeals()
  await tx.deleteFrom('pipeline').where('id', '=', id).execute()
  await tell(tx, 'pipeline.removed', id, change)
}

function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  { authorId }: ChangeInWorkspace,
  detail: string[] = [],
): Promise<void> {
  return writeEvent(tx, OWN_WORKSPACE, { name, subjectId, authorId, detail })
}

/** The refusal for a pipeline that a path names and that is not there. */
function noPipeline(): EnishiError {
  return new EnishiError(
    'not-found',
    {
      en: 'There is no such pipeline. It may have been removed; choose another one.',
      ja: 'このパイプラインは見つかりません。削除された可能性があります。別のものを選んでください。',
    },
    { field: 'id' },
  )
}

export function noStage(): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'There is no such stage in this pipeline. Load the page again and choose one of its stages.',
      ja: 'この段階はパイプラインにありません。画面を読み込み直して、段階を選んでください。',
    },
    { field: 'stage' },
  )
}

function takenName(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'There is a pipeline of that name. Choose another name.',
      ja: '同じ名前のパイプラインがあります。別の名前にしてください。',
    },
    { field: 'name' },
  )
}

function hasDeals(): EnishiError {
  return new EnishiError('conflict', {
    en: 'This pipeline has deals. Move them to another pipeline or remove them first.',
    ja: 'このパイプラインには商談があります。先に別のパイプラインへ移すか、削除してください。',
  })
}
