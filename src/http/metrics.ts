/** Answers lines of the Prometheus text format (version 0.0.4), each ended by a newline. */
export type MetricsSource = () => string

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

interface Series {
  labels: string
  buckets: number[]
  count: number
  sum: number
}

/** Counts requests by route and status, with their durations, and gathers what others count. */
export class Metrics {
  readonly #series = new Map<string, Series>()
  readonly #sources: MetricsSource[]

  constructor(sources: MetricsSource[] = []) {
    this.#sources = sources
  }

  /** Notes a finished request. `route` is a name of the contract or a fixed word, never a path as sent. */
  observe(route: string, method: string, status: number, seconds: number): void {
    const labels = `route="${route}",method="${method}",status="${status}"`
    const series = this.#series.get(labels) ?? emptySeries(labels)
    this.#series.set(labels, series)
    series.count += 1
    series.sum += seconds
    BUCKETS_S.forEach((limit, i) => {
      if (seconds <= limit) series.buckets[i] = (series.buckets[i] ?? 0) + 1
    })
  }

  /** Everything as Prometheus text. */
  text(): string {
    return [this.#requests(), memoryLines(), ...this.#sources.map((source) => source())].join('')
  }

  #requests(): string {
    const lines = ['# TYPE enishi_http_request_seconds histogram']
    for (const { labels, buckets, count, sum } of this.#series.values()) {
      const name = 'enishi_http_request_seconds'
      BUCKETS_S.forEach((limit, i) => {
        lines.push(`${name}_bucket{${labels},le="${limit}"} ${buckets[i]}`)
      })
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`)
    }
    return `${lines.join('\n')}\n`
  }
}

function emptySeries(labels: string): Series {
  return { labels, buckets: BUCKETS_S.map(() => 0), count: 0, sum: 0 }
}

function memoryLines(): string {
  const { rss, heapUsed } = process.memoryUsage()
  return [
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_size_used_bytes gauge',
    `nodejs_heap_size_used_bytes ${heapUsed}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
    '',
  ].join('\n')
}
