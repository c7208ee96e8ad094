import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStreamReader, type StreamMessage } from './event-stream.ts'

function read(...pieces: string[]): StreamMessage[] {
  const heard: StreamMessage[] = []
  const take = createStreamReader((message) => heard.push(message))
  for (const piece of pieces) take(piece)
  return heard
}

describe('reading a stream', () => {
  // The examples of WHATWG HTML, 9.2.6.
  test.each<[string, string, StreamMessage[]]>([
    [
      'lines of data are joined',
      'data: YHOO\ndata: +2\ndata: 10\n\n',
      [{ event: 'message', id: '', data: 'YHOO\n+2\n10' }],
    ],
    [
      'comments are left out and ids stay',
      ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n',
      [
        { event: 'message', id: '1', data: 'first event' },
        { event: 'message', id: '', data: 'second event' },
        { event: 'message', id: '', data: ' third event' },
      ],
    ],
    [
      'empty data is data, an unfinished message is none',
      'data\n\ndata\ndata\n\ndata:',
      [
        { event: 'message', id: '', data: '' },
        { event: 'message', id: '', data: '\n' },
      ],
    ],
    [
      'one blank after the colon belongs to it',
      'data:test\n\ndata: test\n\n',
      [
        { event: 'message', id: '', data: 'test' },
        { event: 'message', id: '', data: 'test' },
      ],
    ],
    [
      'an id alone is told with the next',
      'id: 7\n\nevent: a\ndata: {}\n\n',
      [{ event: 'a', id: '7', data: '{}' }],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('wherever it is cut and however lines end, it says the same', () => {
    const text = 'event: a\nid: 1-2\ndata: {"at":"x"}\n\n: beat\n\nevent: b\ndata: 縁\n\n'
    const whole = read(text)
    expect(whole).toHaveLength(2)
    const cuts = fc.array(fc.nat(text.length), { maxLength: 8 })
    fc.assert(
      fc.property(cuts, fc.constantFrom('\n', '\r\n', '\r'), (at, ending) => {
        const same = text.replaceAll('\n', ending)
        const places = [0, ...at.sort((a, b) => a - b), same.length]
        const pieces = places.slice(1).map((end, i) => same.slice(places[i], end))
        // A CR at the very end waits for what follows.
        expect(read(...pieces, ending === '\r' ? ':' : '')).toEqual(whole)
      }),
    )
  })
})
