/**
 * How many speak: a person who says it ten times is one voice, and so are ten people who post
 * copies of one text. `copies` names for each post the first of its copies.
 */
export function countVoices(
  posts: readonly { personId: string; copyOf: number | string }[],
): number {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up
    parent.set(name, root)
    return root
  }
  for (const { personId, copyOf } of posts) {
    parent.set(rootOf(`person ${personId}`), rootOf(`copy ${copyOf}`))
  }
  const roots = posts.map(({ personId }) => rootOf(`person ${personId}`))
  return new Set(roots).size
}
