import { expect, it } from 'vitest'
import { isGoing, takeAway } from './removal.ts'

const KEYS = [
  ['GET /deals/{id}', { params: { id: 'a' } }],
  ['GET /tasks', 'pages', { query: { deal: 'a' } }],
]

it('holds back what asks for something until its page is left', async () => {
  const seen = async () => expect(KEYS.map(isGoing)).toEqual([true, true])
  await takeAway('a', seen)
  expect(KEYS.map(isGoing)).toEqual([false, false])
})

it('leaves others alone, and lets go where it was refused', async () => {
  const refused = takeAway('a', async () => {
    expect(isGoing(['GET /deals/{id}', { params: { id: 'b' } }])).toBe(false)
    expect(isGoing(['GET /deals'])).toBe(false)
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
  expect(KEYS.some(isGoing)).toBe(false)
})
