import type { StepMeter } from '#listen/index.ts'

/** The steps of listening as Prometheus text: runs, items and seconds of each. */
export function stepLines(meter: StepMeter): string {
  const counts = meter.counts()
  const series = (name: string, value: (count: (typeof counts)[number]) => number) => [
    `# TYPE ${name} counter`,
    ...counts.map((count) => `${name}{step="${count.name}"} ${value(count)}`),
  ]
  const lines = [
    ...series('enishi_listen_step_runs_total', (count) => count.runs),
    ...series('enishi_listen_step_items_total', (count) => count.items),
    ...series('enishi_listen_step_seconds_total', (count) => count.seconds),
  ]
  return `${lines.join('\n')}\n`
}
