import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createOutside } from '#outside/outside.ts'
import { idOf, openLearning, post, readingOf } from '#test/learning.ts'
import { startLocal } from '#test/local-server.ts'
import { always, type Play, startModel, votingIn } from '#test/voting-model.ts'
import type { VoteFailure } from '#vocabulary/index.ts'
import { smallBase } from '../testing/small-base.ts'

const closed = createOutside({ now: () => new Date() })

async function open(play: Play) {
  const { workspace, hearAll } = await openLearning(smallBase())
  const model = await startModel(play)
  const voting = votingIn(workspace, model.outside)
  await voting.change({ isOn: true, model: 'm', key: 'sk-secret', address: model.address })
  await hearAll(post('a', 'ひとつ'), post('b', 'ふたつ'))
  await workspace.run((tx) =>
    tx
      .updateTable('reading')
      .set({ unsure: ['spam'] })
      .execute(),
  )
  const states = () =>
    Promise.all(['a', 'b'].map(async (key) => readingOf(workspace, await idOf(workspace, key))))
  return { workspace, model, voting, states }
}

const status =
  (code: number, headers: Record<string, string> = {}): Play =>
  (_, response) =>
    reply(response, code, headers)

function reply(response: ServerResponse, code: number, headers: Record<string, string>): undefined {
  response.writeHead(code, headers).end('{"error":{"message":"sk-secret is wrong"}}')
}

describe('a model that does not answer as agreed', () => {
  it.each<[string, Play, VoteFailure, number | null, boolean]>([
    ['401', status(401), 'unauthorised', 401, false],
    ['404', status(404), 'wrong-address', 404, false],
    ['429', status(429, { 'retry-after': '120' }), 'too-many-requests', 429, false],
    ['400', status(400), 'refused', 400, true],
    ['500', status(500), 'server-fault', 500, true],
    ['words', () => 'I would rather not.', 'nonsense', 200, true],
    [
      'no HTTP',
      (_, response) => void response.socket?.end('what?\r\n\r\n'),
      'nonsense',
      null,
      true,
    ],
    ['silence', () => undefined, 'timed-out', null, true],
    ['too much', (_, response) => void response.end('x'.repeat(2 ** 21)), 'nonsense', null, true],
  ])('is told of and left alone for a while: %s', async (_, play, failure, code, isSpent) => {
    const { voting, model, states } = await open(play)
    const before = await states()
    expect(await voting.take({ millisecondsMax: 500 })).toBe(false)
    const { trouble, today } = await voting.settings()
    expect(trouble).toMatchObject({ failure, status: code, at: voting.clock.now.toISOString() })
    expect(today).toMatchObject({ requests: 1, posts: isSpent ? 1 : 0, votes: 0, failures: 1 })
    expect(today.dropped).toBe(isSpent ? 1 : 0)
    expect(await states()).toEqual(before)
    expect(await voting.take()).toBe(false)
    expect(model.requests).toHaveLength(1)
    // What may have been the post's fault is not asked again; the next one is.
    const first = model.requests[0]?.posts[0]?.text
    voting.clock.now = new Date(trouble?.nextTryAt ?? '')
    await voting.take({ millisecondsMax: 500 })
    expect(model.requests).toHaveLength(2)
    expect(model.requests[1]?.posts[0]?.text === first).toBe(!isSpent)
  })

  it('is asked again at once when the settings change, and forgiven when it answers', async () => {
    let isBroken = true
    const { voting } = await open((request, response) =>
      isBroken ? reply(response, 401, {}) : always({ spam: 'no' })(request, response),
    )
    await voting.take()
    expect(await voting.settings()).toMatchObject({ trouble: { failure: 'unauthorised' } })
    isBroken = false
    await voting.change({ key: 'sk-right' })
    expect(await voting.take()).toBe(true)
    expect(await voting.settings()).toMatchObject({ trouble: null, today: { votes: 1 } })
  })

  it('gets no second request when it redirects, so that the key stays with it', async () => {
    const elsewhere = await startLocal((_, response) => response.end('{}'))
    const { voting, model } = await open(
      status(307, { location: `${elsewhere.origin}/v1/chat/completions` }),
    )
    const outside = createOutside({
      allow: [model.server.allow, elsewhere.allow],
      now: () => new Date(),
    })
    await voting.take({ outside })
    expect(elsewhere.requests).toEqual([])
    expect(await voting.settings()).toMatchObject({ trouble: { failure: 'wrong-address' } })
    await outside.close()
  })

  it('is not called in a private network unless the administrator allows it', async () => {
    const { voting, model } = await open(always({ spam: 'yes' }))
    await voting.take({ outside: closed })
    expect(model.server.connections()).toBe(0)
    expect(await voting.settings()).toMatchObject({
      trouble: { failure: 'address-refused', status: null },
      today: { posts: 0 },
    })
  })

  it('costs nothing when we stop in the middle', async () => {
    const stop = new AbortController()
    const { voting } = await open(() => void stop.abort())
    expect(await voting.take({}, stop.signal)).toBe(false)
    expect(await voting.settings()).toMatchObject({
      ...{ trouble: null, today: { requests: 0, posts: 0, failures: 0 } },
    })
  })
})
