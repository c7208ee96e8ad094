import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGES, STANCES, type Stage, type Stance } from '#vocabulary/index.ts'
import { journeyOf, type Move, NOWHERE, standingAfter, type Telling } from './journey.ts'

/** `discovery`, `satisfaction against`: one post a day. */
function told(...posts: string[]): Telling[] {
  return posts.map((post, day) => {
    const [stage, stance = 'none'] = post.split(' ') as [Stage, Stance?]
    return { activityId: String(day), stage, stance, at: new Date(Date.UTC(2026, 0, 1 + day)) }
  })
}

const brief = (moves: Move[]) =>
  moves.map(
    ({ activityId, from, to, stance, round }) => `${activityId}: ${from}-${to} ${stance} ${round}`,
  )

describe('journeyOf', () => {
  it('follows the cycle and begins the next round where satisfaction leads back to discovery', () => {
    const posts = told(
      'discovery',
      'evaluation',
      'recommendation for',
      'satisfaction for',
      'discovery',
      'evaluation',
    )
    expect(brief(journeyOf(posts))).toEqual([
      '0: none-discovery none 1',
      '1: discovery-evaluation none 1',
      '2: evaluation-recommendation for 1',
      '3: recommendation-satisfaction for 1',
      '4: satisfaction-discovery none 2',
      '5: discovery-evaluation none 2',
    ])
  })

  it('takes a repeated stage for no move, and a step back for one of the same round', () => {
    const posts = told(
      'evaluation',
      'evaluation',
      'discovery',
      'discovery',
      'recommendation',
      'discovery',
    )
    expect(brief(journeyOf(posts))).toEqual([
      '0: none-evaluation none 1',
      '2: evaluation-discovery none 1',
      '4: discovery-recommendation none 1',
      '5: recommendation-discovery none 1',
    ])
  })

  it('shows satisfaction that turns into its opposite, and no stance where there are no sides', () => {
    const posts = told(
      'satisfaction for',
      'satisfaction mixed',
      'satisfaction for',
      'satisfaction against',
      'satisfaction none',
      'discovery for',
      'discovery against',
    )
    expect(brief(journeyOf(posts))).toEqual([
      '0: none-satisfaction for 1',
      '3: satisfaction-satisfaction against 1',
      '5: satisfaction-discovery for 2',
    ])
  })

  it('moves from not saying to a side, and not back', () => {
    const posts = told(
      'recommendation',
      'recommendation mixed',
      'recommendation for',
      'recommendation',
    )
    expect(brief(journeyOf(posts))).toEqual([
      '0: none-recommendation none 1',
      '2: recommendation-recommendation for 1',
    ])
  })

  const post = fc.record({ stage: fc.constantFrom(...STAGES), stance: fc.constantFrom(...STANCES) })
  const posts = fc.array(post, { maxLength: 40 })

  it('goes on from where it stood as if it had never stopped (property)', () => {
    fc.assert(
      fc.property(posts, fc.nat(40), (list, cut) => {
        const tellings = list.map((one, i) => ({ ...one, activityId: String(i), at: new Date(i) }))
        const whole = journeyOf(tellings)
        const first = journeyOf(tellings.slice(0, cut))
        const last = first.at(-1)
        const from = last === undefined ? NOWHERE : standingAfter(last)
        expect([...first, ...journeyOf(tellings.slice(cut), from)]).toEqual(whole)
        // Each move leaves from where the one before has led.
        for (const [i, move] of whole.entries()) expect(move.from).toBe(whole[i - 1]?.to ?? 'none')
        const closed = whole.filter(({ from, to }) => from === 'satisfaction' && to === 'discovery')
        expect((whole.at(-1)?.round ?? 1) - 1).toBe(closed.length)
      }),
    )
  })
})
