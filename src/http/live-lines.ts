import type { LiveFigures } from '#stream/live-listening.ts'

/** Live listening as Prometheus text: how deep the spool is, what was heard, how late. */
export function liveLines(figures: LiveFigures | undefined): string {
  if (figures === undefined) return ''
  const { spool, workedOff, kinds } = figures
  const lines = [
    '# TYPE enishi_spool_records gauge',
    `enishi_spool_records ${spool.records}`,
    '# TYPE enishi_spool_bytes gauge',
    `enishi_spool_bytes ${spool.bytes}`,
    '# TYPE enishi_spool_worked_off_total counter',
    `enishi_spool_worked_off_total ${workedOff}`,
    '# TYPE enishi_live_records_total counter',
    ...kinds.map(({ kind, records }) => `enishi_live_records_total{kind="${kind}"} ${records}`),
    '# TYPE enishi_live_lag_seconds gauge',
    ...kinds.flatMap(({ kind, lagMs }) =>
      lagMs === undefined ? [] : [`enishi_live_lag_seconds{kind="${kind}"} ${lagMs / 1000}`],
    ),
  ]
  return `${lines.join('\n')}\n`
}
