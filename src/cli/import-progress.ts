import type { ImportRow, StepMeter } from '#listen/index.ts'
import { emptyTally, type Tally } from '#vocabulary/index.ts'
import type { Surroundings } from './command.ts'

const BAR_CELLS = 24
const REDRAW_MS = 200

interface Shown {
  position: number
  readBytes: number
  tally: Tally
}

/**
 * A bar on standard error: share of the file, records, records a second. Redrawn in place on a
 * terminal; elsewhere a line every ten seconds.
 */
export function showProgress(surroundings: Surroundings, run: ImportRow, sizeBytes: number) {
  const { err, language } = surroundings
  const startedAt = performance.now()
  const sum = emptyTally()
  let drawnAt = 0
  let last: Shown | undefined
  if (run.position > 0) {
    err(
      {
        en: `Going on after record ${run.position}.`,
        ja: `${run.position} 件目の続きから再開します。`,
      }[language],
    )
  }
  const line = (shown: Shown) => {
    const seconds = (performance.now() - startedAt) / 1000
    const share = sizeBytes === 0 ? 1 : Math.min(1, shown.readBytes / sizeBytes)
    const filled = Math.round(share * BAR_CELLS)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled)
    const rate = Math.round((shown.position - run.position) / Math.max(seconds, 0.001))
    return `${bar} ${(share * 100).toFixed(0).padStart(3)} %  ${shown.position}  ${rate}/s  +${sum.new} =${sum.duplicate} ~${sum.updated} -${sum.deleted} !${sum.refused}`
  }
  const draw = (shown: Shown, isLast: boolean) => {
    const isTerminal = process.stderr.isTTY
    const pause = isTerminal ? REDRAW_MS : 10_000
    if (!isLast && performance.now() - drawnAt < pause) return
    drawnAt = performance.now()
    if (isTerminal) process.stderr.write(`\r${line(shown)}\u001b[K${isLast ? '\n' : ''}`)
    else err(line(shown))
  }
  return {
    show: (shown: Shown) => {
      for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += shown.tally[key]
      last = shown
      draw(shown, false)
    },
    end: (meter: StepMeter) => {
      if (last !== undefined) draw(last, true)
      const steps = meter.counts().filter((step) => step.runs > 0)
      err(steps.map((step) => `${step.name} ${step.seconds.toFixed(1)} s`).join(' · '))
    },
  }
}
