/** What one step did so far. */
export interface StepCount {
  name: string
  runs: number
  items: number
  seconds: number
}

/** Times and counts each step; what /metrics and the end of an import show. */
export interface StepMeter {
  time<T>(name: string, work: () => Promise<T>, items?: number): Promise<T>
  note(name: string, milliseconds: number, items: number): void
  counts(): StepCount[]
}

export function createStepMeter(names: readonly string[]): StepMeter {
  const counts = new Map(names.map((name) => [name, { name, runs: 0, items: 0, seconds: 0 }]))
  const note = (name: string, milliseconds: number, items: number) => {
    const count = counts.get(name) ?? { name, runs: 0, items: 0, seconds: 0 }
    counts.set(name, count)
    count.runs += 1
    count.items += items
    count.seconds += milliseconds / 1000
  }
  return {
    note,
    counts: () => [...counts.values()],
    time: async (name, work, items = 0) => {
      const startedAt = performance.now()
      try {
        return await work()
      } finally {
        note(name, performance.now() - startedAt, items)
      }
    },
  }
}
