import { describe, expect, it } from 'vitest'
import { foldText } from '#language/index.ts'
import { createVoters, type LabelFunction } from '#understand/label-functions/label-function.ts'

interface Examples {
  name: string
  votes: string[]
  isSilent: string[]
}

/**
 * Holds a list of label functions to a table of posts: a line with a function's name, below it
 * `+ post` on which it must vote and `- post`, a near miss, on which it must not. A function
 * without two of the first and one of the second fails.
 */
export function describeVotes(
  title: string,
  functions: readonly LabelFunction[],
  table: string,
): void {
  const examples = parseTable(table)
  const voters = createVoters(functions)
  const voteOn = (post: string): string[] =>
    voters.cast(foldText(post)).map(({ index }) => functions[index]?.name ?? '')

  describe(title, () => {
    it('names every function once, and has examples of each and of no other', () => {
      expect(examples.map(({ name }) => name)).toEqual(functions.map(({ name }) => name))
      expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length)
    })

    it.each(examples)('$name', ({ name, votes, isSilent }) => {
      expect(votes.length).toBeGreaterThanOrEqual(2)
      expect(isSilent.length).toBeGreaterThanOrEqual(1)
      expect(votes.filter((post) => !voteOn(post).includes(name))).toEqual([])
      expect(isSilent.filter((post) => voteOn(post).includes(name))).toEqual([])
    })

    it('has triggers that are folded, and patterns that keep no state', () => {
      const triggers = functions.flatMap((one) => one.triggers)
      expect(triggers.filter((trigger) => trigger === '' || foldText(trigger) !== trigger)).toEqual(
        [],
      )
      expect(functions.filter(({ pattern }) => /[gy]/.test(pattern?.flags ?? ''))).toEqual([])
    })
  })
}

function parseTable(table: string): Examples[] {
  const examples: Examples[] = []
  for (const line of table.split('\n').map((raw) => raw.trim())) {
    const last = examples.at(-1)
    if (line.startsWith('+ ')) last?.votes.push(line.slice(2))
    else if (line.startsWith('- ')) last?.isSilent.push(line.slice(2))
    else if (line !== '') examples.push({ name: line, votes: [], isSilent: [] })
  }
  return examples
}
