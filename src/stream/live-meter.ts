import { type Kept, smoothLag } from './spool-payloads.ts'

/** What was heard by one kind of channel since the start. */
export interface LiveCount {
  kind: string
  records: number
  /** Of late; undefined where nothing says when it happened. */
  lagMs: number | undefined
}

/** Counts what is heard and worked off. */
export function createLiveMeter() {
  const kinds = new Map<string, LiveCount>()
  let workedOff = 0
  return {
    noteKept: (kind: string, { records, lagMs }: Kept): void => {
      const known = kinds.get(kind) ?? { kind, records: 0, lagMs: undefined }
      const lag = lagMs === undefined ? known.lagMs : smoothLag(known.lagMs, lagMs)
      kinds.set(kind, { kind, records: known.records + records, lagMs: lag })
    },
    noteWorkedOff: (records: number): void => {
      workedOff += records
    },
    figures: () => ({ workedOff, kinds: [...kinds.values()] }),
  }
}
