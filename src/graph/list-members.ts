/** Nodes listed group by group: those of group g stand from `starts[g]` up to `starts[g + 1]`. */
export function listMembers(group: Uint32Array, groups: number) {
  const starts = new Uint32Array(groups + 1)
  for (let v = 0; v < group.length; v++) {
    const after = (group[v] as number) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let g = 0; g < groups; g++) {
    starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number)
  }
  const cursor = starts.slice()
  const members = new Uint32Array(group.length)
  for (let v = 0; v < group.length; v++) {
    const g = group[v] as number
    const at = cursor[g] as number
    cursor[g] = at + 1
    members[at] = v
  }
  return { starts, members }
}
