import { afterAll, describe, expect, it } from 'vitest'
import { createLinearModel, headOffsets } from '#language/index.ts'
import { understandInThread } from '#test/listening.ts'
import { newId } from '#test/workspace.ts'
import { loadLanguageDetector } from './language-detector.ts'
import { deltaOf, packDelta } from './model-delta.ts'
import { loadBaseModel } from './reader-model.ts'
import { READING_HEADS } from './reading-heads.ts'
import { createReaders, type FetchDelta } from './reading-source.ts'
import { smallBase } from './testing/small-base.ts'

/** As if a workspace had learnt that everything is spam. */
function everythingIsSpam(base: string): Buffer {
  const learnt = createLinearModel(READING_HEADS)
  learnt.bias[headOffsets(READING_HEADS).get('spam') ?? 0] = 50
  return packDelta(deltaOf(base, learnt))
}

/** Notes what was fetched. */
function deltas(base: string): { fetched: string[]; fetch: FetchDelta } {
  const fetched: string[] = []
  const fetch: FetchDelta = async ({ workspaceId, version }) => {
    fetched.push(`${workspaceId} ${version}`)
    if (version === 9) throw new Error('The database is away')
    return version === 8 ? null : everythingIsSpam(base)
  }
  return { fetched, fetch }
}

describe('createReaders', () => {
  it('adds to the base what a workspace has learnt, and fetches it once', async () => {
    const { fetched, fetch } = deltas('small-1')
    const readers = createReaders(await loadLanguageDetector(), smallBase(), fetch)
    const read = async (workspaceId: string, version: number) => {
      const { model, asserted } = (await readers({ workspaceId, version })).read('会議で話した')
      return [model, asserted]
    }
    expect(await read('a', 0)).toEqual(['small-1', []])
    expect(await read('a', 1)).toEqual(['small-1+1', ['spam']])
    expect(await read('a', 1)).toEqual(['small-1+1', ['spam']])
    expect(await read('b', 8)).toEqual(['small-1', []])
    expect(fetched).toEqual(['a 1', 'b 8'])
    for (const other of ['c', 'd', 'e']) await read(other, 2)
    expect(await read('e', 2)).toEqual(['small-1+2', ['spam']])
    expect(await read('a', 1)).toEqual(['small-1+1', ['spam']])
    expect(fetched.filter((one) => one === 'a 1')).toHaveLength(2)
    expect(fetched.filter((one) => one === 'e 2')).toHaveLength(1)
  })

  it('reads with the base alone where the delta is of another, and tries again after a failure', async () => {
    const foreign = createReaders(
      await loadLanguageDetector(),
      smallBase(),
      deltas('small-0').fetch,
    )
    expect((await foreign({ workspaceId: 'a', version: 1 })).model).toBe('small-1')
    const { fetched, fetch } = deltas('small-1')
    const readers = createReaders(await loadLanguageDetector(), smallBase(), fetch)
    for (let tries = 1; tries <= 2; tries++) {
      await expect(readers({ workspaceId: 'a', version: 9 })).rejects.toThrow('away')
      expect(fetched).toHaveLength(tries)
    }
  })
})

describe('a thread that reads', () => {
  const { name } = loadBaseModel()
  const { fetched, fetch } = deltas(name)
  const understanding = understandInThread(fetch)
  afterAll(() => understanding.close())
  const read = async (workspaceId: string, version: number) => {
    const post = { title: undefined, text: 'Came up in a meeting', languageHint: undefined }
    const topics = { revision: 1, topics: [], reader: { workspaceId, version } }
    const [understood] = await understanding.understand([post], topics)
    return [understood?.reading.model, understood?.reading.asserted.includes('spam')]
  }

  it('follows a change of the model, gets its bytes once, and says where they could not be had', async () => {
    const [ours, theirs] = [newId(), newId()]
    expect(await read(ours, 0)).toEqual([name, false])
    expect(await read(ours, 1)).toEqual([`${name}+1`, true])
    expect(await read(theirs, 0)).toEqual([name, false])
    expect(await read(ours, 1)).toEqual([`${name}+1`, true])
    expect(fetched).toEqual([`${ours} 1`])
    await expect(read(ours, 9)).rejects.toThrow('The database is away')
    expect(await read(ours, 1)).toEqual([`${name}+1`, true])
  })
})
