import type { Note } from '../../terms.ts'

/** What a task or a note is about. */
export type About = Pick<Note['about'], 'kind' | 'id'>
export type NamedAbout = Note['about']

/** The filter that lists what is about it. */
export function filterOf({ kind, id }: About): {
  person?: string
  organisation?: string
  deal?: string
} {
  return { [kind]: id }
}
