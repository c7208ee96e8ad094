import { afterAll, expect, it } from 'vitest'
import { understandInThread } from './understand-in-thread.ts'

const understanding = understandInThread()
afterAll(() => understanding.close())

const TOPICS = { revision: 1, topics: [{ id: 't', name: 'みつばち号', aliases: [] }] }
const text = { title: undefined, text: 'みつばち号が届いた。最高', languageHint: undefined }

it('reads in another thread, in the order of the texts', async () => {
  const [one, other] = await understanding.understand([text, { ...text, text: 'bad' }], TOPICS)
  expect(one).toMatchObject({
    reading: { lang: 'ja' },
    topics: [{ topicId: 't', start: 0, end: 5 }],
  })
  expect(other?.topics).toEqual([])
})

it('fails what a dying thread was asked, and starts another for the next question', async () => {
  // It is still loading its tables when it is ended, so it cannot have answered.
  const young = understandInThread()
  const failed = expect(young.understand([text], TOPICS)).rejects.toThrow(/reading thread/)
  await young.close()
  await failed
  const [again] = await young.understand([text], TOPICS)
  expect(again?.topics).toMatchObject([{ topicId: 't' }])
  await young.close()
})
