import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsOf } from '../judgement.ts'
import { readAnswer } from './vote-answer.ts'
import type { AskedPost } from './vote-prompt.ts'

const POSTS: AskedPost[] = [
  { ref: 'aa', text: 'x', parts: ['sentiment', 'complaint'] },
  { ref: 'bb', text: 'y', parts: ['stage'] },
]

const completion = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] })
const read = (said: unknown) => readAnswer(completion(JSON.stringify(said)), POSTS)
const entry = (id: string, labels: unknown) => ({ id, labels })

describe('an answer', () => {
  it('gives labels of what was asked', () => {
    const said = read({
      posts: [
        entry('bb', { stage: 'none' }),
        entry('aa', { sentiment: 'negative', complaint: 'yes' }),
      ],
    })
    expect(said?.dropped).toBe(0)
    expect([...(said?.votes ?? [])]).toEqual([
      ['bb', { stage: 'none' }],
      ['aa', { sentiment: 'negative', complaint: 'yes' }],
    ])
    const fenced = '```json\n{"posts":[{"id":"bb","labels":{"stage":"none"}}]}\n```'
    expect(readAnswer(completion(fenced), POSTS)).toMatchObject({ dropped: 1 })
  })

  it.each<[string, unknown]>([
    ['a part that is not open', entry('bb', { stage: 'none', sentiment: 'positive' })],
    ['a part that there is not', entry('bb', { stage: 'none', admin: 'yes' })],
    ['a label of another part', entry('bb', { stage: 'positive' })],
    ['a label in other letters', entry('bb', { stage: 'None' })],
    ['a label that is no text', entry('bb', { stage: ['none'] })],
    ['nothing', entry('bb', {})],
    ['labels that are a list', entry('bb', ['none'])],
    ['more than labels', { ...entry('bb', { stage: 'none' }), action: 'delete' }],
    ['no post', { labels: { stage: 'none' } }],
    ['a prototype', JSON.parse('{"id":"bb","labels":{"__proto__":{"stage":"none"}}}')],
  ])('drops an entry with %s, and takes the others', (_, wrong) => {
    const said = read({ posts: [wrong, entry('aa', { complaint: 'no' })] })
    expect([...(said?.votes ?? [])]).toEqual([['aa', { complaint: 'no' }]])
    expect(said?.dropped).toBeGreaterThanOrEqual(1)
  })

  it('takes nothing of a post that is named twice, nor of one that nobody asked about', () => {
    const twice = read({
      posts: [entry('bb', { stage: 'none' }), entry('bb', { stage: 'discovery' })],
    })
    expect(twice).toMatchObject({ votes: new Map(), dropped: 2 })
    const thrice = read({ posts: [1, 2, 3].map(() => entry('bb', { stage: 'none' })) })
    expect(thrice?.votes.size).toBe(0)
    const stranger = read({ posts: [entry('cc', { stage: 'none' })] })
    expect(stranger).toMatchObject({ votes: new Map(), dropped: 3 })
  })

  it.each<[string, string]>([
    ['no JSON', 'Sorry, I cannot do that.'],
    ['an empty body', ''],
    ['no choices', '{"choices":[]}'],
    [
      'a call of a tool',
      JSON.stringify({ choices: [{ message: { content: null, tool_calls: [{}] } }] }),
    ],
    ['words around the JSON', completion('Here you are: {"posts":[]}')],
    ['JSON after JSON', completion('{"posts":[]}{"posts":[]}')],
    ['a list', completion('[]')],
    ['more than posts', completion('{"posts":[],"settings":{"isOn":false}}')],
    ['too many entries', completion(JSON.stringify({ posts: Array(101).fill({}) }))],
  ])('is not understood at all where it is %s', (_, body) => {
    expect(readAnswer(body, POSTS)).toBeUndefined()
  })

  it('never yields anything but open parts with their labels, whatever is said', () => {
    const id = fc.constantFrom('aa', 'bb', 'cc')
    const label = fc.oneof(fc.constantFrom('yes', 'no', 'positive', 'none', 'Yes'), fc.jsonValue())
    const part = fc.constantFrom('sentiment', 'complaint', 'stage', 'spam', '__proto__', 'id')
    const wild = fc.record({ id, labels: fc.dictionary(part, label, { noNullPrototype: true }) })
    fc.assert(
      fc.property(fc.array(fc.oneof(wild, fc.jsonValue()), { maxLength: 6 }), (posts) => {
        for (const [ref, labels] of read({ posts })?.votes ?? []) {
          const asked = POSTS.find((post) => post.ref === ref)
          for (const [name, value] of Object.entries(labels)) {
            const open = asked?.parts.find((one) => one === name)
            expect(open === undefined ? [] : labelsOf(open)).toContain(value)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
