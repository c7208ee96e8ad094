import type { InfluenceInput } from '#measure/index.ts'

/** What a grown world knows and no measurement can: where every outcome could have come from. */
export interface TrueIntensity {
  /** Of every name, relative to others, what its touches bring. */
  pull: Float64Array
  /** Of the delay, per day. */
  density: (days: number) => number
  /** Outcomes a day that somebody has anyway, at a time in days. */
  background: (person: number, t: number) => number
  /** Outcomes that a touch (a row of the input) brings in all, where what it brings comes at a time in days. */
  strength: (touch: number, t: number) => number
}

const DAY = 86_400

/**
 * Outcomes of each channel as somebody expects them who knows every true intensity and sees the same log:
 * each outcome shared out in proportion to what could have brought it. Nobody can do better; what is left
 * between this and the truth is luck.
 */
export function expectedByChannel(
  { touches, outcomes, channels, names }: InfluenceInput,
  { density, background, strength }: TrueIntensity,
): Float64Array {
  const of = Array.from({ length: names.length }, () => [] as number[])
  touches.person.forEach((person, i) => void (of[person] as number[]).push(i))
  const credit = new Float64Array(channels.length)
  outcomes.t.forEach((at, o) => {
    const [person, t] = [outcomes.person[o] as number, at / DAY]
    const own = new Float64Array(channels.length)
    let all = background(person, t)
    for (const i of of[person] as number[]) {
      const days = t - (touches.t[i] as number) / DAY
      if (days <= 0) continue
      const one = strength(i, t) * density(days)
      const c = touches.channel[i] as number
      own[c] = (own[c] as number) + one
      all += one
    }
    own.forEach((one, c) => {
      credit[c] = (credit[c] as number) + one / all
    })
  })
  return credit
}
