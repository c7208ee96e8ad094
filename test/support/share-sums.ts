import type { PlantedInfluence } from './plant-influence.ts'

/** What shares add up to by key, one after the other. */
export function addSlowly(
  planted: PlantedInfluence,
  keyOf: (share: PlantedInfluence['outcomes'][number]['shares'][number], type: string) => string,
  isWanted: (outcome: PlantedInfluence['outcomes'][number]) => boolean,
) {
  const sums = new Map<
    string,
    {
      credit: number
      outcomes: Set<string>
      yen: number
      movesYen: number
      valued: number
    }
  >()
  for (const outcome of planted.outcomes.filter(isWanted)) {
    for (const share of outcome.shares) {
      const key = keyOf(share, outcome.type)
      const sum = sums.get(key) ?? {
        ...{ credit: 0, outcomes: new Set(), yen: 0, movesYen: 0, valued: 0 },
      }
      sum.credit += share.share
      sum.outcomes.add(outcome.id)
      sum.yen += share.share * (outcome.valueMinor ?? 0)
      sum.movesYen += share.share * (outcome.worthMinor ?? 0)
      const isValued = outcome.valueMinor !== null || outcome.worthMinor !== null
      if (isValued) sum.valued += share.share
      sums.set(key, sum)
    }
  }
  return sums
}

/** What a share counts for, by cut. */
export const cutsOf = (planted: PlantedInfluence) => ({
  actor: (share: { actor: number }) => planted.people[share.actor] as string,
  channel: (share: { channel: number }) => planted.channels[share.channel] as string,
  level: (share: { level: string }) => share.level,
  type: (_: unknown, type: string) => type,
})
