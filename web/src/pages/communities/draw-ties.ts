import { useComputedColorScheme } from '@mantine/core'
import Graph from 'graphology'
import { type RefObject, useEffect, useRef } from 'react'
import Sigma from 'sigma'
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering'
import type { Answer } from '../../api.ts'
import { drawMany, type Looks } from './draw-many.ts'

type Ties = Answer<'GET /communities/{id}/graph'>

/** What the buttons beside the picture do. */
export interface Drawing {
  zoomIn(): void
  zoomOut(): void
  showAll(): void
}

interface Told {
  /** A person was chosen. */
  open: (personId: string) => void
  /** There is nothing to draw with. */
  fail: () => void
}

/** Up to so many people, everybody's name is shown where there is room. */
const NAMED_ALL_MAX = 200
/** More people are drawn on typed arrays: a graph of objects takes seconds to build, and slows every frame. */
const SIGMA_NODES_MAX = 5_000
/** From so many ties on they are left out while the picture moves. */
const EDGES_WHILE_MOVING_MAX = 4_000

/** Draws people and ties with WebGL into the frame, in the colours of the scheme. */
export function useDrawing(
  frame: RefObject<HTMLDivElement | null>,
  ties: Ties,
  told: Told,
): RefObject<Drawing | null> {
  const drawing = useRef<Drawing | null>(null)
  const latest = useRef(told)
  latest.current = told
  const scheme = useComputedColorScheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the scheme changes
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    if (!canDraw()) {
      latest.current.fail()
      return
    }
    if (ties.nodes.ids.length > SIGMA_NODES_MAX) {
      const many = drawMany(element, ties, {
        ...looksOf(element),
        open: (id) => latest.current.open(id),
      })
      if (many === null) latest.current.fail()
      drawing.current = many
      return () => {
        drawing.current = null
        many?.kill()
      }
    }
    const sigma = draw(element, ties)
    sigma.on('clickNode', ({ node }) => latest.current.open(ties.nodes.ids[Number(node)] ?? ''))
    const camera = sigma.getCamera()
    drawing.current = {
      zoomIn: () => void camera.animatedZoom({ duration: 150 }),
      zoomOut: () => void camera.animatedUnzoom({ duration: 150 }),
      showAll: () => void camera.animatedReset({ duration: 150 }),
    }
    return () => {
      drawing.current = null
      sigma.kill()
    }
  }, [frame, ties, scheme])
  return drawing
}

/** Sigma throws half-built where there is no WebGL. */
function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

function looksOf(element: HTMLElement): Omit<Looks, 'open'> {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    colours: [colour('stage-discovery'), colour('stage-satisfaction'), colour('accent')],
    ...{ line: colour('line'), ink: colour('ink'), plate: colour('sheet') },
    font: style.fontFamily,
  }
}

function draw(element: HTMLElement, ties: Ties): Sigma {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const colours = [colour('stage-discovery'), colour('stage-satisfaction'), colour('accent')]
  return new Sigma(graphOf(ties, colours, colour('line')), element, {
    allowInvalidContainer: true,
    hideEdgesOnMove: ties.edges.from.length > EDGES_WHILE_MOVING_MAX,
    hideLabelsOnMove: ties.nodes.ids.length > EDGES_WHILE_MOVING_MAX,
    labelColor: { color: colour('ink') },
    labelFont: style.fontFamily,
    labelSize: 12,
    labelDensity: 0.6,
    labelRenderedSizeThreshold: ties.nodes.ids.length <= NAMED_ALL_MAX ? 0 : 7,
    enableEdgeEvents: false,
    // Without a graphics card points and lines are drawn several times as fast as discs and rectangles.
    defaultNodeType: 'point',
    nodeProgramClasses: { point: NodePointProgram },
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: EdgeLineProgram },
    zIndex: false,
    defaultDrawNodeHover: hoverDrawing(colour('sheet'), colour('ink')),
  })
}

/** Nodes are numbered as in the answer; whoever is more central is larger. */
function graphOf({ nodes, edges }: Ties, colours: readonly string[], lineColour: string): Graph {
  const graph = new Graph({ type: 'undirected', multi: true, allowSelfLoops: false })
  const scale = nodes.ids.length > 5_000 ? 1.2 : nodes.ids.length > 500 ? 2 : 4
  nodes.ids.forEach((_, i) => {
    graph.addNode(String(i), {
      ...{ x: nodes.x[i], y: nodes.y[i], label: nodes.names[i] },
      size: scale * Math.min(4, 0.6 + Math.sqrt(nodes.rank[i] ?? 0)),
      color: colours[nodes.side[i] ?? 0] ?? colours[0],
    })
  })
  edges.from.forEach((from, i) => {
    graph.addEdge(String(from), String(edges.to[i]), { size: 0.6, color: lineColour })
  })
  return graph
}

interface Hovered {
  x: number
  y: number
  size: number
  label?: string | null
}

/** The name of the node under the pointer on a plate, legible in both schemes. */
function hoverDrawing(plate: string, ink: string) {
  return (context: CanvasRenderingContext2D, { x, y, size, label }: Hovered) => {
    if (!label) return
    context.font = `12px ${getComputedStyle(document.body).fontFamily}`
    const width = context.measureText(label).width
    context.fillStyle = plate
    context.fillRect(x + size + 2, y - 10, width + 8, 20)
    context.fillStyle = ink
    context.fillText(label, x + size + 6, y + 4)
  }
}
