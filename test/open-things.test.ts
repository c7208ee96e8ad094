import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeAfterFile, closeOpenThings } from '#test/open-things.ts'

const SUPPORT = join(import.meta.dirname, 'support')

describe('what a test file opens', () => {
  it('is closed from the last to the first, each once, though one of them cannot be', async () => {
    const closed: string[] = []
    const thing = (name: string) => ({ close: async () => void closed.push(name) })
    const first = thing('first')
    expect(closeAfterFile(first)).toBe(first)
    closeAfterFile({
      close: () => {
        throw new Error('it stays')
      },
    })
    closeAfterFile(thing('last'))
    await expect(closeOpenThings()).rejects.toThrow('it stays')
    expect(closed).toEqual(['last', 'first'])
    await closeOpenThings()
    expect(closed).toEqual(['last', 'first'])
  })

  it('is closed by one hook: those of support modules are for the first file of a process alone', () => {
    const hooked = readdirSync(SUPPORT).filter((name) =>
      /^(?:after|before)(?:All|Each)\(/m.test(readFileSync(join(SUPPORT, name), 'utf8')),
    )
    expect(hooked).toEqual(['close-after-file.ts'])
  })
})
