import type { Answer } from '../../api.ts'

export type PathTouch = Answer<'GET /influence/paths/{outcome}'>['paths'][number]['touches'][number]

/** A touch, and what had reached its author before. */
export interface PathNode {
  touch: PathTouch
  before: PathNode[]
}

/** Touches as they led to each other, the oldest first; one whose parent is not listed stands by itself. */
export function pathTree(touches: readonly PathTouch[]): PathNode[] {
  const nodes = touches.map((touch): PathNode => ({ touch, before: [] }))
  const known = new Map(nodes.map((node) => [node.touch.number, node]))
  const roots: PathNode[] = []
  for (const node of nodes) {
    const parent = node.touch.parent === null ? undefined : known.get(node.touch.parent)
    // Hops only lead back: one that names itself or a later hop would never end.
    if (parent !== undefined && parent.touch.hop < node.touch.hop) parent.before.push(node)
    else roots.push(node)
  }
  for (const siblings of [roots, ...nodes.map(({ before }) => before)]) {
    siblings.sort((a, b) => Date.parse(a.touch.reachedAt) - Date.parse(b.touch.reachedAt))
  }
  return roots
}
