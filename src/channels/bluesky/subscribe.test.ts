import { describe, expect, test } from 'vitest'
import { ALICE, BOB } from '#test/jetstream-events.ts'
import { readMemory } from './live-memory.ts'
import { settleBluesky } from './live-settings.ts'
import { filterQuery, gapBefore, startingPoint } from './subscribe.ts'

const CURSOR = 1_795_293_400_000_000
const SECOND = 1_000_000
const settings = settleBluesky({ keywords: ['a'] })
const FILTER = filterQuery(settings, readMemory(null))
const remembered = (more: object = {}) =>
  readMemory(
    JSON.stringify({ address: settings.address, cursorUs: CURSOR, filter: FILTER, ...more }),
  )
const gapAfter = (memory = remembered(), firstUs = CURSOR, lastHeardAt: Date | null = null) =>
  gapBefore(startingPoint(settings, memory, FILTER, lastHeardAt), firstUs, FILTER)

describe('what is asked for', () => {
  const ask = (filledIn: Record<string, unknown>) =>
    new URLSearchParams(filterQuery(settleBluesky(filledIn), readMemory(null)))

  test('reactions only where they are wanted', () => {
    expect(ask({ keywords: ['a'] }).getAll('wantedCollections')).toEqual([
      'app.bsky.feed.post',
      'app.bsky.actor.profile',
      'app.bsky.feed.like',
      'app.bsky.feed.repost',
      'app.bsky.graph.follow',
    ])
    expect(ask({ keywords: ['a'], engagement: false }).getAll('wantedCollections')).toEqual([
      'app.bsky.feed.post',
      'app.bsky.actor.profile',
    ])
  })

  test.each([
    [{ replies: false, engagement: false }, [ALICE, BOB]],
    [{ replies: true, engagement: false }, []],
    [{ replies: false, engagement: true }, []],
    [{ replies: false, engagement: false, keywords: ['a'] }, []],
  ])('accounts alone where nothing of others is wanted: %j', (more, dids) => {
    expect(ask({ accounts: [ALICE, BOB], ...more }).getAll('wantedDids')).toEqual(dids)
  })
})

describe('where to begin', () => {
  test('the first time: from now on', () => {
    expect(startingPoint(settings, readMemory(null), FILTER, null).cursorUs).toBeUndefined()
    expect(gapAfter(readMemory(null), CURSOR)).toBeNull()
  })

  test('after an interruption a few seconds back, after a switch a minute', () => {
    expect(startingPoint(settings, remembered(), FILTER, null).cursorUs).toBe(CURSOR - 5 * SECOND)
    const switched = startingPoint(
      settings,
      remembered({ address: 'wss://other/subscribe' }),
      FILTER,
      null,
    )
    expect(switched.cursorUs).toBe(CURSOR - 60 * SECOND)
  })

  test('memory that cannot be read: from when it was last heard', () => {
    const lastHeardAt = new Date(CURSOR / 1000)
    const start = startingPoint(settings, readMemory('{"cursorUs":'), FILTER, lastHeardAt)
    expect(start.cursorUs).toBe(CURSOR - 5 * SECOND)
  })
})

describe('gaps', () => {
  test('none while the stream still holds what was heard last', () => {
    expect(gapAfter(remembered(), CURSOR - 5 * SECOND)).toBeNull()
    expect(gapAfter(remembered(), CURSOR)).toBeNull()
  })

  test('a stream that begins behind it has moved the cursor: exactly what lies between is missing', () => {
    const firstUs = CURSOR + 3600 * SECOND
    expect(gapAfter(remembered(), firstUs)).toEqual({
      since: new Date(CURSOR / 1000),
      until: new Date(firstUs / 1000),
      reason: 'cursor-too-old',
    })
    expect(gapAfter(remembered({ address: 'wss://other/subscribe' }), firstUs)?.reason).toBe(
      'switched',
    )
    expect(gapAfter(remembered({ leapUs: SECOND }), CURSOR + 2 * SECOND)?.reason).toBe(
      'not-listening',
    )
  })

  test('with another filter the event at the cursor may be left out: only long silence is a gap', () => {
    const changed = remembered({ filter: 'wantedCollections=app.bsky.feed.post' })
    expect(gapAfter(changed, CURSOR + 60 * SECOND)).toBeNull()
    expect(gapAfter(changed, CURSOR + 61 * SECOND)?.reason).toBe('cursor-too-old')
    const lastHeardAt = new Date(CURSOR / 1000)
    expect(gapAfter(readMemory(null), CURSOR + 61 * SECOND, lastHeardAt)?.reason).toBe(
      'not-listening',
    )
  })

  test('of few accounts silence says nothing', () => {
    const start = startingPoint(settings, remembered({ filter: 'other' }), FILTER, null)
    expect(gapBefore(start, CURSOR + 9999 * SECOND, `${FILTER}&wantedDids=${ALICE}`)).toBeNull()
  })
})
