import { INPUT_FORMATS } from '#channels/registry.ts'
import { findLookalikes, readOwnTerms } from '#engage/index.ts'
import {
  type ColumnMapping,
  findUpload,
  type ImportFindings,
  type ImportFormat,
  type Listening,
  readFileBytes,
  tryImport,
} from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { systemRandom } from './listening.ts'

export interface UploadTrial {
  workspaceId: string
  trialId: string
  dataFolder: string
}

/** Tries an upload and keeps what its import would do. Cut off, it begins anew: nothing was written. */
export async function tryUpload(
  door: Door,
  listening: Listening,
  { workspaceId, trialId, dataFolder }: UploadTrial,
): Promise<void> {
  const inWorkspace: Door['inWorkspace'] = (id, work) => door.inWorkspace(id, work, 'background')
  const trial = await inWorkspace(workspaceId, async (tx) => {
    const { time_zone: timeZone } = await tx
      .selectFrom('workspace')
      .select('time_zone')
      .executeTakeFirstOrThrow()
    const found = await tx
      .selectFrom('import_trial')
      .selectAll()
      .where('id', '=', trialId)
      .where('state', '=', 'running')
      .executeTakeFirst()
    return found === undefined ? undefined : { ...found, timeZone }
  })
  if (trial === undefined) return
  const end = (ending: { findings: ImportFindings } | { failure: string }) =>
    inWorkspace(workspaceId, async (tx) => {
      const findings = 'findings' in ending ? JSON.stringify(ending.findings) : null
      const failure = 'failure' in ending ? ending.failure : null
      await tx
        .updateTable('import_trial')
        .set({ state: failure === null ? 'done' : 'failed', findings, failure })
        .set({ finished_at: new Date(), read_bytes: trial.size_bytes })
        .where('id', '=', trialId)
        .execute()
    })
  let toldAtMs = 0
  const tell = async (readBytes: number) => {
    if (Date.now() - toldAtMs < PROGRESS_MS) return
    toldAtMs = Date.now()
    await inWorkspace(workspaceId, (tx) =>
      tx
        .updateTable('import_trial')
        .set({ read_bytes: readBytes })
        .where('id', '=', trialId)
        .execute(),
    )
  }
  try {
    const { path } = await findUpload(dataFolder, workspaceId, trial.upload_id)
    const ownTerms = await readOwnTerms(door, workspaceId, trial.format)
    const findings = await tryImport({
      ...{ door, listening, workspaceId, random: systemRandom, now: () => new Date() },
      run: { format: trial.format as ImportFormat, fileName: trial.file_name },
      format: INPUT_FORMATS[trial.format as ImportFormat],
      source: readFileBytes(path),
      scope: trial.channel_name,
      timeZone: trial.timeZone,
      findLookalikes,
      onBatch: tell,
      ...(trial.columns === null ? {} : { columns: trial.columns as ColumnMapping }),
      ...(ownTerms === undefined ? {} : { ownTerms }),
    })
    await end({ findings })
  } catch (error) {
    const isExpected = error instanceof EnishiError && error.code !== 'fault'
    if (!isExpected) throw error
    await end({ failure: error.message })
  }
}

const PROGRESS_MS = 500
