import { STAGES } from '../../filters.ts'
import type { Stage } from '../../terms.ts'

/** Stays at a stage, and how many of them led to which other. */
export interface LoopFlow {
  from: Stage
  to: Stage
  stays: number
}

export interface LoopNode {
  stage: Stage
  x: number
  y: number
  height: number
}

export interface LoopBand extends LoopFlow {
  path: string
  /** Where the head of the arrow lies. */
  tip: string
  thickness: number
  label: { x: number; y: number }
  /** on: to the next stage; over: leaving some out; back: to one before, which closes the cycle. */
  way: 'on' | 'over' | 'back'
}

export interface Loop {
  width: number
  height: number
  nodes: LoopNode[]
  bands: LoopBand[]
  /** Where the names of the stages stand. */
  namesY: number
}

export const NODE_WIDTH = 12
const TALLEST = 120
const NAMES = 38
const LANE_GAP = 20
const EDGE = 8

/**
 * A sankey that closes: stages from left to right in the order of the cycle, what goes to the next
 * one straight, what leaves some out in lanes above, what goes back in lanes below; the outermost is
 * the way from satisfaction back to discovery. Bands are as thick as nodes are high a stay; what is
 * left of a node are stays that go on or ended.
 */
export function layOutLoop(
  stays: Record<Stage, number>,
  flows: readonly LoopFlow[],
  width: number,
): Loop {
  const shown = flows.filter((flow) => flow.stays > 0)
  const sums = (side: 'from' | 'to', stage: Stage) =>
    shown.reduce((sum, flow) => sum + (flow[side] === stage ? flow.stays : 0), 0)
  const size = (stage: Stage) => Math.max(stays[stage], sums('from', stage), sums('to', stage))
  const perStay = TALLEST / Math.max(1, ...STAGES.map(size))
  const margin = width < 560 ? 30 : 64
  const step = (width - 2 * margin - NODE_WIDTH) / (STAGES.length - 1)
  const lanes = layLanes(shown, perStay)
  const namesY = EDGE + lanes.above
  const top = namesY + NAMES
  const nodes = STAGES.map((stage, at) => ({
    ...{ stage, x: margin + at * step, y: top, height: Math.max(2, size(stage) * perStay) },
  }))
  const below = top + Math.max(...nodes.map(({ height }) => height))
  const place = (node: LoopNode | undefined) =>
    node ?? { stage: 'discovery', x: 0, y: top, height: 0 }
  const used = new Map<string, number>()
  const bands = [...shown].sort(inStack).map((flow) => {
    const thickness = flow.stays * perStay
    const [source, target] = [flow.from, flow.to].map((stage) =>
      place(nodes.find((node) => node.stage === stage)),
    ) as [LoopNode, LoopNode]
    const way = wayOf(flow)
    const y = (node: LoopNode, side: string) => {
      const key = `${node.stage} ${side} ${way === 'back'}`
      const before = used.get(key) ?? 0
      used.set(key, before + thickness)
      return way === 'back'
        ? node.y + node.height - before - thickness / 2
        : node.y + before + thickness / 2
    }
    const lane = lanes.at.get(`${flow.from} ${flow.to}`) ?? 0
    const laneY = way === 'back' ? below + lane : namesY - lane
    const ends = {
      x1: source.x + NODE_WIDTH,
      y1: y(source, 'out'),
      x2: target.x,
      y2: y(target, 'in'),
    }
    return { ...flow, ...draw(ends, way, laneY, Math.min(margin - 6, step / 3)), thickness, way }
  })
  return { width, height: below + lanes.below + EDGE, nodes, bands, namesY }
}

function stepsOf({ from, to }: LoopFlow): number {
  return STAGES.indexOf(to) - STAGES.indexOf(from)
}

function wayOf(flow: LoopFlow): LoopBand['way'] {
  const steps = stepsOf(flow)
  return steps === 1 ? 'on' : steps > 1 ? 'over' : 'back'
}

/** The farthest leave and arrive outermost, so that bands of one side don't cross at the node. */
function inStack(a: LoopFlow, b: LoopFlow): number {
  return (
    Math.abs(stepsOf(b)) - Math.abs(stepsOf(a)) || STAGES.indexOf(a.from) - STAGES.indexOf(b.from)
  )
}

/** A lane of its own for every band that isn't straight; the farther it goes, the farther out. */
function layLanes(flows: readonly LoopFlow[], perStay: number) {
  const at = new Map<string, number>()
  const used = { over: 0, back: 0 }
  for (const flow of [...flows].sort(inStack).reverse()) {
    const way = wayOf(flow)
    if (way === 'on') continue
    const thickness = flow.stays * perStay
    const before = used[way] + LANE_GAP
    at.set(`${flow.from} ${flow.to}`, before + thickness / 2)
    used[way] = before + thickness
  }
  return { at, above: used.over, below: used.back + (used.back > 0 ? LANE_GAP / 2 : 0) }
}

interface Ends {
  x1: number
  y1: number
  x2: number
  y2: number
}

function draw({ x1, y1, x2, y2 }: Ends, way: LoopBand['way'], lane: number, bend: number) {
  const at = (...numbers: number[]) => numbers.map((one) => one.toFixed(1)).join(' ')
  const tip = `M ${at(x2, y2)} L ${at(x2 - 7, y2 - 5)} L ${at(x2 - 7, y2 + 5)} Z`
  const middle = (x1 + x2) / 2
  if (way === 'on') {
    const path = `M ${at(x1, y1)} C ${at(middle, y1)}, ${at(middle, y2)}, ${at(x2, y2)}`
    return { path, tip, label: { x: middle, y: (y1 + y2) / 2 } }
  }
  const [out, into] = way === 'back' ? [x1 + bend, x2 - bend] : [x1 + bend / 2, x2 - bend / 2]
  const [after, before] = way === 'back' ? [x1, x2] : [x1 + bend, x2 - bend]
  const path =
    `M ${at(x1, y1)} C ${at(out, y1)}, ${at(out, lane)}, ${at(after, lane)}` +
    ` L ${at(before, lane)} C ${at(into, lane)}, ${at(into, y2)}, ${at(x2, y2)}`
  return { path, tip, label: { x: middle, y: lane } }
}
