/**
 * A graph that changes over time, as one graph a window: who had to do with whom from `from` up to
 * before `from + width`. Windows may overlap (step below width) and lie on a grid that does not depend on
 * the data, so that a later run sees the same windows. Time O(m log m) once, then that of building each.
 */
import { type BuildOptions, buildGraph, type Graph } from './csr.ts'
import type { EdgeList } from './edge-list.ts'

export interface WindowOptions {
  /** In the unit of the times. Above 0. */
  width: number
  /** From the beginning of one window to that of the next; the width unless said otherwise. */
  step?: number
  /** A point on the grid of beginnings; 0 unless said otherwise. */
  origin?: number
}

export interface TimeWindow {
  from: number
  /** Not included. */
  until: number
  /** Positions in `order`: the edges of the window are `order[start]` up to before `order[end]`. */
  start: number
  end: number
}

export interface TimedEdges {
  list: EdgeList
  /** Parallel to the edges. Finite. */
  times: Float64Array
}

/** Edges in order of time. */
export interface OrderedEdges extends TimedEdges {
  order: Uint32Array
}

/** Sorts edges by time once, for all windows. */
export function orderByTime({ list, times }: TimedEdges): OrderedEdges {
  const order = Uint32Array.from({ length: times.length }, (_, i) => i)
  order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b)
  return { list, times, order }
}

/** All windows from the first edge to the last, empty ones included. */
export function windowsOf({ times, order }: OrderedEdges, options: WindowOptions): TimeWindow[] {
  const { width, step = width, origin = 0 } = options
  if (!(width > 0 && step > 0)) throw new RangeError('width and step must be above 0')
  const windows: TimeWindow[] = []
  if (order.length === 0) return windows
  const timeAt = (i: number) => times[order[i] as number] as number
  // The first window on the grid that still holds the first edge.
  const first = Math.floor((timeAt(0) - width - origin) / step) + 1
  let [start, end] = [0, 0]
  for (let i = first; origin + i * step <= timeAt(order.length - 1); i++) {
    const from = origin + i * step
    while (start < order.length && timeAt(start) < from) start++
    end = Math.max(end, start)
    while (end < order.length && timeAt(end) < from + width) end++
    windows.push({ from, until: from + width, start, end })
  }
  return windows
}

/** The graph of a window, over the same node numbers as all others. */
export function graphOfWindow(
  { list, order }: OrderedEdges,
  { start, end }: Pick<TimeWindow, 'start' | 'end'>,
  options: BuildOptions,
): Graph {
  const picked = order.subarray(start, end)
  const { sources, targets, weights } = list
  const some: EdgeList = {
    nodes: list.nodes,
    sources: picked.map((i) => sources[i] as number),
    targets: picked.map((i) => targets[i] as number),
    weights: weights === null ? null : Float32Array.from(picked, (i) => weights[i] as number),
  }
  return buildGraph(some, options)
}
