import type { Database } from '#store/database.ts'
import type { Words } from '#vocabulary/index.ts'

const LOOK_EVERY_MS = 500

/** Starts the embedded database again when it was killed, until it is told to end. */
export function watchDatabase(
  database: Database,
  say: (words: Words) => void,
): { end(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    looking = reviveOnce(database, say).finally(() => {
      isLooking = false
    })
  }, LOOK_EVERY_MS)
  return {
    end: async () => {
      clearInterval(timer)
      await looking
    },
  }
}

async function reviveOnce(database: Database, say: (words: Words) => void): Promise<void> {
  try {
    if (!(await database.reviveIfDead())) return
    say({
      en: 'The database was killed; it has been started again and has recovered.',
      ja: 'データベースが強制終了されたため、再起動して復旧しました。',
    })
  } catch (error) {
    // Told, and tried again at the next look.
    const { message } = error as Error
    say({
      en: `The database is gone and cannot be started: ${message}`,
      ja: `データベースが停止しており、再起動できません: ${message}`,
    })
  }
}
