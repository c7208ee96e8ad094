import { listMembers } from './list-members.ts'

/** 0 … count - 1 in random order (Fisher and Yates; Durstenfeld, CACM 7(7), 1964). */
export function shuffled(count: number, random: () => number): Uint32Array {
  const order = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const at = Math.floor(random() * (i + 1))
    order[i] = order[at] as number
    order[at] = i
  }
  return order
}

/**
 * Nodes community by community, each community's in random order. `group` holds numbers 0 … groups - 1.
 */
export function communityByCommunity(group: Uint32Array, random: () => number): Uint32Array {
  const groups = group.reduce((most, one) => Math.max(most, one), 0) + 1
  const { starts, members } = listMembers(group, groups)
  for (let g = 0; g < groups; g++)
    shuffleBetween(members, starts[g] as number, starts[g + 1] as number, random)
  return members
}

function shuffleBetween(values: Uint32Array, from: number, to: number, random: () => number): void {
  for (let i = to - 1; i > from; i--) {
    const at = from + Math.floor(random() * (i - from + 1))
    const kept = values[i] as number
    values[i] = values[at] as number
    values[at] = kept
  }
}
