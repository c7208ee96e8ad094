import { describe, expect, test } from 'vitest'
import type { TopicSet } from '#listen/index.ts'
import {
  ALICE,
  accountEvent,
  BOB,
  CAROL,
  commitEvent,
  deleteEvent,
  editEvent,
  followEvent,
  identityEvent,
  postEvent,
  postUri,
  reactionEvent,
} from '#test/jetstream-events.ts'
import { createEventFilter } from './event-filter.ts'
import { readMemory, writeMemory } from './live-memory.ts'
import { settleBluesky } from './live-settings.ts'

const NO_TOPICS: TopicSet = { revision: 0, topics: [] }

function listenFor(filledIn: Record<string, unknown>, topics: () => TopicSet = () => NO_TOPICS) {
  const memory = readMemory(null)
  const settings = settleBluesky(filledIn)
  const filter = createEventFilter(settings, memory, topics)
  return {
    takes: (...lines: string[]) => lines.map((line) => filter.judge(line)?.isTaken),
    memory,
    settings,
  }
}

describe('words', () => {
  test.each([
    ['返品', '即返品した', true],
    ['バナナ', 'ﾊﾞﾅﾅが届いた', true],
    ['ナナ', 'バナナが届いた', false],
    ['acme', 'I like ACME.', true],
    ['acme', 'I like "acme\\" quoted', true],
    ['acme', 'acmeist', false],
    ['acme', 'カタログにＡＣＭＥあり', true],
    ['acme', '', false],
  ])('%s in %j: %s', (keyword, text, isFound) => {
    expect(listenFor({ keywords: [keyword] }).takes(postEvent(ALICE, '3k', text))).toEqual([
      isFound,
    ])
  })

  test('topics by name and alias, all or chosen; a longer name of another covers a shorter', () => {
    const apple = {
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Apple',
      aliases: ['アップル'],
    }
    const pie = { id: '01900000-0000-7000-8000-000000000002', name: 'Apple Pie', aliases: [] }
    const topics = () => ({ revision: 1, topics: [apple, pie] })
    const lines = ['apple', 'アップルの新作', 'an apple pie', 'pear'].map((text, i) =>
      postEvent(ALICE, `3k${i}`, text),
    )
    expect(listenFor({ topics: 'all' }, topics).takes(...lines)).toEqual([true, true, true, false])
    expect(listenFor({ topics: [apple.id] }, topics).takes(...lines)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('topics that change count from the next post on', () => {
    let set: TopicSet = NO_TOPICS
    const { takes } = listenFor({ topics: 'all' }, () => set)
    expect(takes(postEvent(ALICE, '3k1', 'acme'))).toEqual([false])
    set = { revision: 1, topics: [{ id: 'a', name: 'Acme', aliases: [] }] }
    expect(takes(postEvent(ALICE, '3k2', 'acme'))).toEqual([true])
  })

  test.each([
    [['ja'], true],
    [['ja-JP'], true],
    [['en', 'ja'], true],
    [['en'], false],
    [undefined, true],
    [[], true],
  ])('languages claimed %j, of Japanese only: %s', (langs, isTaken) => {
    const { takes } = listenFor({ keywords: ['acme'], languages: ['ja'] })
    expect(takes(postEvent(ALICE, '3k', 'acme', { langs }))).toEqual([isTaken])
  })
})

describe('accounts', () => {
  test('every post of an account listened to, and follows of it', () => {
    const { takes } = listenFor({ accounts: [ALICE] })
    expect(takes(postEvent(ALICE, '3a', 'anything'), postEvent(BOB, '3b', 'anything'))).toEqual([
      true,
      false,
    ])
    expect(takes(followEvent(BOB, '3f', ALICE), followEvent(ALICE, '3g', BOB))).toEqual([
      true,
      false,
    ])
    expect(
      takes(deleteEvent(BOB, 'graph.follow', '3f'), deleteEvent(ALICE, 'graph.follow', '3g')),
    ).toEqual([true, false])
  })

  test('names of whoever spoke, and of nobody else', () => {
    const { takes } = listenFor({ keywords: ['acme'] })
    const profile = (did: string) =>
      commitEvent({
        did,
        collection: 'app.bsky.actor.profile',
        rkey: 'self',
        record: { displayName: 'A' },
      })
    expect(takes(identityEvent(ALICE, 'a.test'), profile(ALICE))).toEqual([false, false])
    expect(takes(postEvent(ALICE, '3k', 'acme'))).toEqual([true])
    expect(takes(identityEvent(ALICE, 'b.test'), profile(ALICE), profile(BOB))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('accounts that are gone, known or not; none that may come back', () => {
    const { takes } = listenFor({ keywords: ['acme'] })
    const states = ['deleted', 'takendown', 'deactivated', 'suspended', undefined]
    expect(takes(...states.map((state) => accountEvent(CAROL, state)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('around what was taken', () => {
  const reply = (uri: string) => ({ reply: { root: { uri, cid: 'x' }, parent: { uri, cid: 'x' } } })
  const quote = (uri: string) => ({
    embed: { $type: 'app.bsky.embed.record', record: { uri, cid: 'x' } },
  })
  const around = (uri: string) => [
    postEvent(BOB, '3r', 'yes', reply(uri)),
    postEvent(BOB, '3q', 'look', quote(uri)),
    reactionEvent(BOB, 'like', '3l', uri),
    reactionEvent(BOB, 'repost', '3p', uri),
    postEvent(CAROL, '3s', 'and on', reply(postUri(BOB, '3r'))),
    deleteEvent(BOB, 'feed.like', '3l'),
    deleteEvent(BOB, 'feed.repost', '3p'),
    deleteEvent(BOB, 'feed.post', '3r'),
  ]

  test('answers, quotes, reactions and their end', () => {
    const { takes } = listenFor({ keywords: ['acme'] })
    expect(new Set(takes(...around(postUri(ALICE, '3k'))))).toEqual(new Set([false]))
    takes(postEvent(ALICE, '3k', 'acme'))
    expect(new Set(takes(...around(postUri(ALICE, '3k'))))).toEqual(new Set([true]))
  })

  test('each only where it is wanted', () => {
    const lines = around(postUri(ALICE, '3k'))
    const quiet = listenFor({ keywords: ['acme'], replies: false, engagement: false })
    quiet.takes(postEvent(ALICE, '3k', 'acme'))
    expect(new Set(quiet.takes(...lines))).toEqual(new Set([false]))
    const reactions = listenFor({ keywords: ['acme'], replies: false })
    reactions.takes(postEvent(ALICE, '3k', 'acme'))
    expect(reactions.takes(...lines)).toEqual([false, false, true, true, false, true, true, false])
  })

  test('edits away from the words, and deletions by whoever spoke', () => {
    const { takes } = listenFor({ keywords: ['acme'] })
    expect(takes(editEvent(ALICE, '3k', 'nothing'), deleteEvent(ALICE, 'feed.post', '3k'))).toEqual(
      [false, false],
    )
    takes(postEvent(ALICE, '3k', 'acme'))
    expect(takes(editEvent(ALICE, '3k', 'nothing'), deleteEvent(ALICE, 'feed.post', '3k'))).toEqual(
      [true, true],
    )
    // A post of hers that is no longer remembered must go as well.
    expect(takes(deleteEvent(ALICE, 'feed.post', '3old'))).toEqual([true])
  })

  test('after a restart it goes on', () => {
    const before = listenFor({ keywords: ['acme'] })
    before.takes(postEvent(ALICE, '3k', 'acme'))
    const memory = readMemory(writeMemory(before.memory))
    const after = createEventFilter(before.settings, memory, () => NO_TOPICS)
    const lines = around(postUri(ALICE, '3k'))
    expect(lines.every((line) => after.judge(line)?.isTaken)).toBe(true)
  })
})

test('collections and kinds that are not ours are left aside', () => {
  const { takes } = listenFor({ keywords: ['acme'], accounts: [ALICE] })
  const gate = commitEvent({
    did: ALICE,
    collection: 'app.bsky.feed.threadgate',
    rkey: '3k',
    record: {},
  })
  expect(takes(gate, `{"did":"${ALICE}","time_us":1,"kind":"info"}`)).toEqual([false, false])
  expect(takes('{}', 'acme')).toEqual([undefined, undefined])
})
