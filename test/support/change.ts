import { newId, randomBytes } from './workspace.ts'

/** Who changes something in a workspace, now: a member that nobody knows, unless one is named. */
export function changeIn({ id }: { id: string }, authorId: string | null = newId()) {
  return { workspaceId: id, authorId, now: new Date(), random: randomBytes }
}
