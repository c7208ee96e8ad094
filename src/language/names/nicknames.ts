import { NICKNAMES } from './data/nicknames.ts'

let groups: Map<string, readonly number[]> | undefined

function readGroups(): Map<string, readonly number[]> {
  const table = new Map<string, number[]>()
  for (const [at, line] of NICKNAMES.trim().split('\n').entries()) {
    for (const name of line.split(' ')) table.set(name, [...(table.get(name) ?? []), at])
  }
  return table
}

/** The groups a given name belongs to: Alex is of two. */
export function nicknameGroups(name: string): readonly number[] {
  groups ??= readGroups()
  return groups.get(name) ?? []
}

/** Whether two given names (folded) are of one person often: Bob and Robert. */
export function areNicknames(a: string, b: string): boolean {
  const ofB = nicknameGroups(b)
  return ofB.length > 0 && nicknameGroups(a).some((group) => ofB.includes(group))
}

let lines: readonly (readonly string[])[] | undefined

/** All names of the groups that a given name belongs to. */
export function nicknamesOf(name: string): readonly string[] {
  const ofName = nicknameGroups(name)
  if (ofName.length === 0) return []
  lines ??= NICKNAMES.trim()
    .split('\n')
    .map((line) => line.split(' '))
  return ofName.flatMap((group) => lines?.[group] ?? [])
}
