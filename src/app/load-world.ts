import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beginImport, type ImportFormat, readFileBytes, saveUpload } from '#listen/index.ts'
import { topicsOfWorld, type WorldWish } from '#simulation/index.ts'
import type { Chance } from '#store/accounts.ts'
import type { Door, Transaction } from '#store/door.ts'
import { enqueueJob, type Job } from '#store/jobs.ts'
import { writeEvent } from '#store/outbox.ts'
import { addTopic } from '#understand/index.ts'
import { uuidV7 } from '#vocabulary/index.ts'

/** The files of the world that are imported, in this order. */
const FILES: readonly { file: string; format: ImportFormat }[] = [
  { file: 'people.csv', format: 'people-csv' },
  { file: 'activities.jsonl', format: 'activities' },
  { file: 'outcomes.csv', format: 'outcomes-csv' },
]

/** The name of the channels that hold the world, so that nobody takes it for real talk. */
const CHANNEL_NAME = { ja: 'サンプルの世界', en: 'Sample world' } as const

export interface WorldLoad {
  door: Door
  dataFolder: string
  chance: Chance
  /** Other than the usual world; its end is yesterday in any case. */
  wish?: WorldWish
}

/**
 * Grows the sample world up to yesterday, sets its topics up and puts its files in line as imports,
 * as if a member had handed them over. Done twice (after a crash) it changes nothing: topics and
 * imports are there already. Its files go with the imports.
 */
export async function loadWorld(parts: WorldLoad, { workspaceId, id }: Job): Promise<void> {
  const { door, dataFolder, chance, wish } = parts
  const folder = join(dataFolder, `world-${id}`)
  try {
    await growFiles({ ...wish, end: yesterdayOf(chance.now()) }, folder)
    const uploads: {
      upload: { id: string; sizeBytes: number }
      format: ImportFormat
      file: string
    }[] = []
    for (const { file, format } of FILES) {
      const aside = uuidV7(chance.now().getTime(), chance.random)
      const bytes = readFileBytes(join(folder, file))
      const upload = await saveUpload(dataFolder, workspaceId, bytes, aside)
      uploads.push({ upload, format, file })
    }
    await door.inWorkspace(workspaceId, async (tx) => {
      await addTopics(tx, chance)
      const { language } = await tx
        .selectFrom('workspace')
        .select('language')
        .executeTakeFirstOrThrow()
      for (const { upload, format, file } of uploads) {
        const channelName = CHANNEL_NAME[language]
        const fileName = `${channelName} ${file}`
        const wanted = {
          format,
          fileName,
          channelName,
          fingerprint: upload.id,
          sizeBytes: upload.sizeBytes,
        }
        await putInLine(tx, workspaceId, wanted, chance)
      }
      await writeEvent(tx, workspaceId, { name: 'world.grown' })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function putInLine(
  tx: Transaction,
  workspaceId: string,
  wanted: Parameters<typeof beginImport>[2],
  { now, random }: Chance,
): Promise<void> {
  const run = await beginImport(tx, workspaceId, wanted, now(), random)
  const id = uuidV7(now().getTime(), random)
  await enqueueJob(tx, workspaceId, { id, kind: 'import', subjectId: run.id })
}

async function addTopics(tx: Transaction, { now, random }: Chance): Promise<void> {
  const rows = await tx.selectFrom('topic').select('name').where('deleted_at', 'is', null).execute()
  const known = new Set(rows.map(({ name }) => name))
  for (const { name, kind, aliases } of topicsOfWorld()) {
    if (known.has(name)) continue
    await addTopic(tx, { name, kind, aliases }, { authorId: null, now: now(), random })
  }
}

async function growFiles(wish: WorldWish, folder: string): Promise<void> {
  const worker = new Worker(new URL('./world-thread.ts', import.meta.url), {
    workerData: { wish, folder },
  })
  const [code] = (await once(worker, 'exit')) as [number]
  if (code !== 0) throw new Error(`the thread of the sample world ended with ${code}`)
}

const DAY_MS = 86_400_000
/** The world is in Japan. */
const OFFSET_MS = 9 * 3_600_000

function yesterdayOf(now: Date): string {
  return new Date(now.getTime() + OFFSET_MS - DAY_MS).toISOString().slice(0, 10)
}
