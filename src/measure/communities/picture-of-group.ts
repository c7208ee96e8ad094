import type { Graph } from '#graph/index.ts'
import type { PictureTies } from './picture-bytes.ts'

/** More ties are not drawn: the strongest stand for them. */
export const PICTURE_TIES_MAX = 150_000

export interface GroupPicture {
  /** Of each node its place: whoever counts most has 0. */
  places: Uint32Array
  ties: PictureTies
  hasAll: boolean
}

/** Places and ties of a group as they are drawn: O((n + m) log(n + m)). Rows of kind `both`. */
export function pictureOf(inside: Graph, rank: Float64Array): GroupPicture {
  const order = Uint32Array.from(rank.keys()).sort(
    (a, b) => (rank[b] as number) - (rank[a] as number) || a - b,
  )
  const places = new Uint32Array(order.length)
  order.forEach((node, place) => {
    places[node] = place
  })
  const { from, to, strength } = tiesOf(inside, places)
  const kept = Uint32Array.from(strength.keys())
    .sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b)
    .subarray(0, PICTURE_TIES_MAX)
  return {
    places,
    ties: {
      from: kept.map((tie) => from[tie] as number),
      to: kept.map((tie) => to[tie] as number),
      strength: Float32Array.from(kept, (tie) => strength[tie] as number),
    },
    hasAll: strength.length <= PICTURE_TIES_MAX,
  }
}

/** Each pair once. */
function tiesOf({ nodes, offsets, targets, weights }: Graph, places: Uint32Array) {
  const [from, to, strength]: [number[], number[], number[]] = [[], [], []]
  for (let v = 0; v < nodes; v++) {
    for (let e = offsets[v] as number; e < (offsets[v + 1] as number); e++) {
      const u = targets[e] as number
      if (u <= v) continue
      from.push(places[v] as number)
      to.push(places[u] as number)
      strength.push(weights === null ? 1 : (weights[e] as number))
    }
  }
  return { from, to, strength }
}
