import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { StepCount, StepMeter } from '#listen/index.ts'
import { sleepUntil } from '#store/sleep-until.ts'
import type { LiveFigures } from '#stream/live-listening.ts'
import type { SpoolNews } from '#stream/spool.ts'
import type { Words } from '#vocabulary/index.ts'
import type { LiveMessage, LiveWork } from './live-thread.ts'

/** Live listening, as the process that runs it sees it. */
export interface LiveRunning {
  /** The last figures that the thread told; undefined before the first. */
  figures(): LiveFigures | undefined
  /** Ends listening, puts what was heard on disk, and settles when the thread is gone. */
  stop(): Promise<void>
}

/** What is told of it, and to whom. */
export interface LiveEars {
  /** The steps of listening are counted together with those of this thread. */
  meter: StepMeter
  say: (words: Words) => void
  log: (line: Record<string, unknown>) => void
}

const AGAIN_MS_MIN = 500
const AGAIN_MS_MAX = 60_000
/** A thread that lived this long begins the back-off anew. */
const STEADY_MS = 60_000
/** Longer than a batch takes; what is not worked off by then is there at the next start. */
const STOP_MS_MAX = 15_000

/**
 * Runs live listening in a thread of its own, and starts it again when it dies: what it had heard is
 * in the spool.
 */
export function listenInThread(work: LiveWork, { meter, say, log }: LiveEars): LiveRunning {
  const ending = new AbortController()
  const logSeldom = seldom(log)
  const saySeldom = seldom(say)
  let figures: LiveFigures | undefined
  let steps: StepCount[] = []
  let worker: Worker | undefined
  const hear = (message: LiveMessage) => {
    if (message.kind === 'figures') {
      noteSteps(meter, steps, message.steps)
      ;({ figures, steps } = message)
    } else if (message.kind === 'turn') sayTurn(message.isOurs, log)
    else if (message.kind === 'spool') saySpool(message.news, saySeldom)
    else logSeldom({ live: message.what, error: message.message })
  }
  const run = async () => {
    for (let deaths = 0; !ending.signal.aborted; deaths++) {
      const startedAt = performance.now()
      steps = []
      worker = new Worker(new URL('./live-thread.ts', import.meta.url), { workerData: work })
      worker.on('message', hear)
      const death = await untilGone(worker)
      if (ending.signal.aborted) return
      if (performance.now() - startedAt > STEADY_MS) deaths = 0
      const pauseMs = Math.min(AGAIN_MS_MAX, AGAIN_MS_MIN * 2 ** deaths)
      sayDeath(death, pauseMs, say)
      await sleepUntil(pauseMs, ending.signal)
    }
  }
  const running = run()
  return {
    figures: () => figures,
    stop: async () => {
      ending.abort()
      worker?.postMessage('stop')
      const timer = setTimeout(() => void worker?.terminate(), STOP_MS_MAX)
      await running
      clearTimeout(timer)
    },
  }
}

function noteSteps(meter: StepMeter, before: StepCount[], now: StepCount[]): void {
  const known = new Map(before.map((step) => [step.name, step]))
  for (const { name, seconds, items } of now) {
    const last = known.get(name) ?? { seconds: 0, items: 0 }
    if (items > last.items) meter.note(name, (seconds - last.seconds) * 1000, items - last.items)
  }
}

const SAME_LINE_MS_MIN = 60_000

/** Tells the same thing once a minute at most: what is tried again every second fails every second. */
function seldom<Line>(tell: (line: Line) => void): (line: Line) => void {
  const toldAt = new Map<string, number>()
  return (line) => {
    const key = JSON.stringify(line)
    const now = performance.now()
    if (now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < SAME_LINE_MS_MIN) return
    if (toldAt.size > 1_000) toldAt.clear()
    toldAt.set(key, now)
    tell(line)
  }
}

/** Settles when the thread has ended, with what killed it. */
async function untilGone(worker: Worker): Promise<Error | undefined> {
  let death: Error | undefined
  worker.on('error', (error) => {
    death = error as Error
  })
  await once(worker, 'exit').catch((error: Error) => {
    death = error
  })
  return death
}

function sayDeath(death: Error | undefined, pauseMs: number, say: (words: Words) => void): void {
  const reason = death?.message ?? '?'
  const seconds = pauseMs / 1000
  say({
    en: `The listening thread ended (${reason}); it starts again in ${seconds} s. What was heard is in the spool.`,
    ja: `受信スレッドが終了しました（${reason}）。${seconds} 秒後に再起動します。受信済みの内容はスプールに残っています。`,
  })
}

function sayTurn(isOurs: boolean, log: (line: Record<string, unknown>) => void): void {
  log({ live: isOurs ? 'listening' : 'another process listens' })
}

function saySpool(news: SpoolNews, say: (words: Words) => void): void {
  if (news.kind === 'torn-tail') {
    const { bytes } = news
    say({
      en: `The spool ended in the middle of a record after a crash: ${bytes} bytes, never acknowledged, were cut off.`,
      ja: `異常終了によりスプールの末尾が書きかけでした。受信完了前の ${bytes} バイトを切り捨てました。`,
    })
    return
  }
  if (news.kind === 'damaged') {
    const { segment, offset, bytes } = news
    say({
      en: `The spool is damaged: ${bytes} bytes at ${offset} of segment ${segment} cannot be read and are skipped. Check the disk.`,
      ja: `スプールが破損しています。セグメント ${segment} の ${offset} から ${bytes} バイトを読み取れないため、読み飛ばしました。ディスクを確認してください。`,
    })
    return
  }
  say({
    en: `The spool cannot be written to (${news.message}); listening waits until it can. Make room on the disk.`,
    ja: `スプールに書き込めません（${news.message}）。書き込めるようになるまで受信を待機します。ディスクの空きを確保してください。`,
  })
}
