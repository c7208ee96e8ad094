import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import type { ChangeInWorkspace } from '#understand/index.ts'
import {
  EnishiError,
  type ExperimentState,
  type ExperimentStep,
  type InfluenceOutcome,
  STEPS_OF_EXPERIMENTS,
  uuidV7,
} from '#vocabulary/index.ts'
import { isHoldoutShare } from './assign-arm.ts'
import { type Experiment, getExperiment } from './read-experiments.ts'

export interface ExperimentInput {
  name: string
  question?: string | undefined
  holdoutShare: number
  outcome: InfluenceOutcome
  topic?: string | null | undefined
  /** Empty: everywhere. */
  channels?: string[] | undefined
  horizonDays: number
  liftSought?: number | null | undefined
  peoplePlanned?: number | null | undefined
}

/** What is absent stays. */
export type ExperimentChange = {
  [Field in keyof ExperimentInput]?: ExperimentInput[Field] | undefined
}

const SEED_BYTES = 16

/** Drafts an experiment. Records `experiment.drafted`. Throws `bad-input`, `not-found`. */
export async function addExperiment(
  tx: Transaction,
  input: ExperimentInput,
  change: ChangeInWorkspace,
): Promise<Experiment> {
  const { workspaceId, authorId, now, random } = change
  checkShare(input.holdoutShare)
  await checkPlace(tx, input)
  const id = uuidV7(now.getTime(), random)
  const seed = new Uint8Array(SEED_BYTES)
  random(seed)
  await tx
    .insertInto('experiment')
    .values({
      ...{ workspace_id: workspaceId, id, name: input.name, question: input.question ?? '' },
      ...{ holdout_share: input.holdoutShare, seed: Buffer.from(seed).toString('hex') },
      ...{ outcome: input.outcome, topic_id: input.topic ?? null },
      ...{ horizon_days: input.horizonDays, lift_sought: input.liftSought ?? null },
      ...{ people_planned: input.peoplePlanned ?? null, created_at: now, created_by: authorId },
    })
    .execute()
  await putChannels(tx, id, input.channels ?? [], workspaceId)
  await tell(tx, 'experiment.drafted', id, [`holdoutShare=${input.holdoutShare}`], change)
  return getExperiment(tx, id)
}

/**
 * Changes a draft; once it is submitted it stays as it is, so that what is approved is what runs.
 * Records `experiment.changed`. Throws `not-found`, `bad-input`, `conflict`.
 */
export async function patchExperiment(
  tx: Transaction,
  id: string,
  wanted: ExperimentChange,
  change: ChangeInWorkspace,
): Promise<Experiment> {
  const before = await lockExperiment(tx, id)
  if (before.state !== 'draft') throw noDraft()
  if (wanted.holdoutShare !== undefined) checkShare(wanted.holdoutShare)
  await checkPlace(tx, wanted)
  const { name, question, holdoutShare, outcome, topic, horizonDays } = wanted
  const { liftSought, peoplePlanned, channels } = wanted
  await tx
    .updateTable('experiment')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(question === undefined ? {} : { question }),
      ...(holdoutShare === undefined ? {} : { holdout_share: holdoutShare }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(topic === undefined ? {} : { topic_id: topic }),
      ...(horizonDays === undefined ? {} : { horizon_days: horizonDays }),
      ...(liftSought === undefined ? {} : { lift_sought: liftSought }),
      ...(peoplePlanned === undefined ? {} : { people_planned: peoplePlanned }),
      // A change of nothing is one too.
      id,
    })
    .where('id', '=', id)
    .execute()
  if (channels !== undefined) await putChannels(tx, id, channels, change.workspaceId)
  await tell(tx, 'experiment.changed', id, Object.keys(wanted), change)
  return getExperiment(tx, id)
}

export interface Decision {
  isApproved: boolean
  note?: string | undefined
}

/**
 * A manager approves what was submitted, or sends it back to be drafted anew. Nobody approves what they
 * drafted or submitted themselves, unless the workspace has no other manager (`isOnlyManager`).
 * Records `experiment.approved` or `experiment.sent-back`. Throws `not-found`, `conflict`, `forbidden`.
 */
export async function decideExperiment(
  tx: Transaction,
  id: string,
  { isApproved, note }: Decision,
  { isOnlyManager, ...change }: ChangeInWorkspace & { isOnlyManager: boolean },
): Promise<Experiment> {
  const { authorId, now } = change
  const before = await lockExperiment(tx, id)
  if (before.state !== 'submitted') throw notNow(before.state)
  if (authorId === null) throw nobodyKnown()
  const isOwn = [before.created_by, before.submitted_by].includes(authorId)
  if (isApproved && isOwn && !isOnlyManager) throw ownDraft()
  await tx
    .updateTable('experiment')
    .set({
      ...{ state: isApproved ? 'approved' : 'draft', decided_at: now, decided_by: authorId },
      decision_note: note ?? null,
    })
    .where('id', '=', id)
    .execute()
  const detail = isApproved && isOwn ? ['by=only-manager'] : []
  await tell(tx, `experiment.${isApproved ? 'approved' : 'sent-back'}`, id, detail, change)
  return getExperiment(tx, id)
}

/**
 * Submits, starts, ends or withdraws. Records `experiment.submitted` and so on. Throws `not-found`, and
 * `conflict` where its state or another running experiment forbids it.
 */
export async function moveExperiment(
  tx: Transaction,
  id: string,
  step: ExperimentStep,
  change: ChangeInWorkspace,
): Promise<Experiment> {
  const { authorId, now } = change
  const before = await lockExperiment(tx, id)
  const { from, to } = STEPS_OF_EXPERIMENTS[step]
  if (!from.includes(before.state)) throw notNow(before.state)
  if (step === 'start') await checkAlone(tx)
  await tx
    .updateTable('experiment')
    .set({
      state: to,
      ...(step === 'submit' ? { submitted_at: now, submitted_by: authorId } : {}),
      ...(step === 'start' ? { started_at: now } : {}),
      ...(before.state === 'running' ? { ended_at: now } : {}),
    })
    .where('id', '=', id)
    .execute()
  await tell(tx, `experiment.${PAST[step]}`, id, [`from=${before.state}`], change)
  return getExperiment(tx, id)
}

const PAST = {
  ...{ submit: 'submitted', start: 'started', end: 'ended', withdraw: 'withdrawn' },
} as const satisfies Record<ExperimentStep, string>

async function lockExperiment(tx: Transaction, id: string) {
  await getExperiment(tx, id)
  return tx
    .selectFrom('experiment')
    .select(['state', 'created_by', 'submitted_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Changes take turns: two that start at once would both see none that runs. */
async function checkAlone(tx: Transaction): Promise<void> {
  const running = await tx
    .selectFrom('experiment')
    .select('name')
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (running !== undefined) throw anotherRuns(running.name)
}

async function checkPlace(tx: Transaction, { topic, channels = [] }: ExperimentChange) {
  if (typeof topic === 'string') {
    const known = await tx
      .selectFrom('topic')
      .select('id')
      .where('id', '=', topic)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (known === undefined) throw unknown('topic')
  }
  if (channels.length === 0) return
  const known = await tx.selectFrom('channel').select('id').where('id', 'in', channels).execute()
  if (known.length < new Set(channels).size) throw unknown('channels')
}

async function putChannels(
  tx: Transaction,
  id: string,
  channels: readonly string[],
  workspaceId: string,
): Promise<void> {
  await tx.deleteFrom('experiment_channel').where('experiment_id', '=', id).execute()
  if (channels.length === 0) return
  await tx
    .insertInto('experiment_channel')
    .values(
      [...new Set(channels)].map((channel) => ({
        ...{ workspace_id: workspaceId, experiment_id: id, channel_id: channel },
      })),
    )
    .execute()
}

/** In the outbox and in the chain. */
async function tell(
  tx: Transaction,
  name: string,
  subjectId: string,
  detail: string[],
  change: ChangeInWorkspace,
): Promise<void> {
  const { workspaceId, authorId } = change
  await writeEvent(tx, workspaceId, { name, subjectId, detail, authorId })
}

function checkShare(share: number): void {
  if (isHoldoutShare(share)) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'Between 5 and 10 % of people can be held out. Choose a share in that range.',
      ja: '対照群にできるのは対象者の5〜10%です。この範囲で指定してください。',
    },
    { field: 'holdoutShare' },
  )
}

function unknown(field: 'topic' | 'channels'): EnishiError {
  return new EnishiError(
    'bad-input',
    {
      en: 'There is none with this id. Choose one from the list.',
      ja: 'このIDのものは見つかりません。一覧から選んでください。',
    },
    { field },
  )
}

function noDraft(): EnishiError {
  return new EnishiError('conflict', {
    en: 'Only a draft can be changed: what was submitted is what is approved and what runs. Withdraw it and draft a new one.',
    ja: '変更できるのは下書きだけです。申請後は、承認と実施の内容を同じにするため変更できません。取り下げて、新しい下書きを作成してください。',
  })
}

const STATE_WORDS: Record<ExperimentState, { en: string; ja: string }> = {
  draft: { en: 'a draft', ja: '下書き' },
  submitted: { en: 'waiting for approval', ja: '承認待ち' },
  approved: { en: 'approved', ja: '承認済み' },
  running: { en: 'running', ja: '実施中' },
  ended: { en: 'ended', ja: '終了' },
  withdrawn: { en: 'withdrawn', ja: '取り下げ' },
}

function notNow(state: ExperimentState): EnishiError {
  const { en, ja } = STATE_WORDS[state]
  return new EnishiError('conflict', {
    en: `The experiment is ${en}, so this can't be done now. Load the page again to see what can.`,
    ja: `この効果検証は「${ja}」のため、この操作はできません。ページを読み込み直して、できる操作を確認してください。`,
  })
}

function anotherRuns(name: string): EnishiError {
  return new EnishiError('conflict', {
    en: `“${name}” is running. Two at once would disturb each other: end it first.`,
    ja: `「${name}」を実施中です。同時に実施すると互いの結果が乱れるため、先にそちらを終了してください。`,
  })
}

function nobodyKnown(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'Somebody has to answer for an approval, and whoever made this key has left. Sign in as a manager.',
    ja: '承認には責任を負う管理者が必要ですが、このキーの作成者はすでに退出しています。管理者としてサインインしてください。',
  })
}

function ownDraft(): EnishiError {
  return new EnishiError('forbidden', {
    en: 'Nobody approves their own draft while there is another manager. Ask one of them.',
    ja: '自分が作成または申請した効果検証は、ほかに管理者がいるあいだは承認できません。別の管理者に依頼してください。',
  })
}
