import type { Answer } from '../../api.ts'
import type { Looks } from './draw-many.ts'

type Ties = Answer<'GET /communities/{id}/graph'>

/** What stands in the middle, and how many pixels one is. */
export interface View {
  x: number
  y: number
  scale: number
}

export interface Painter {
  resize(): void
  /** The points alone: what moves with the pointer. */
  points(view: View): void
  /** Ties below the points. */
  all(view: View): void
  /** Names of whoever counts most and has room, and of the one under the pointer (-1: none). */
  names(view: View, hovered: number, most: number): void
  kill(): void
}

const VERTEX = `#version 300 es
in vec2 place; in float size; in vec4 colour;
uniform vec2 middle; uniform vec2 stretch; uniform float ratio;
out vec4 shade;
void main() {
  gl_Position = vec4((place - middle) * stretch, 0.0, 1.0);
  gl_PointSize = size * ratio;
  shade = colour;
}`
const FRAGMENT = `#version 300 es
precision mediump float;
in vec4 shade; uniform vec4 flat_; out vec4 seen;
void main() { seen = flat_.a > 0.0 ? flat_ : shade; }`

/** Everything on the card once; each frame is then one or two calls. Null where there is no WebGL. */
export function makePainter(element: HTMLElement, ties: Ties, looks: Looks): Painter | null {
  const [canvas, words] = [layer(element), layer(element)]
  const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false })
  const pen = words.getContext('2d')
  if (gl === null || pen === null) {
    canvas.remove()
    words.remove()
    return null
  }
  const program = programOf(gl)
  upload(gl, program, ties, looks)
  let hasTies = false
  let hasNames = false
  const place = (view: View) => {
    const { width, height } = canvas
    const ratio = window.devicePixelRatio
    gl.viewport(0, 0, width, height)
    gl.clearColor(0, 0, 0, 0)
    gl.clear(gl.COLOR_BUFFER_BIT)
    gl.uniform2f(uniform(gl, program, 'middle'), view.x, view.y)
    gl.uniform2f(
      uniform(gl, program, 'stretch'),
      (2 * view.scale * ratio) / Math.max(1, width),
      (2 * view.scale * ratio) / Math.max(1, height),
    )
    gl.uniform1f(uniform(gl, program, 'ratio'), ratio)
  }
  const points = () => {
    gl.uniform4f(uniform(gl, program, 'flat_'), 0, 0, 0, 0)
    gl.drawArrays(gl.POINTS, 0, ties.nodes.x.length)
  }
  return {
    resize: () => {
      for (const one of [canvas, words]) {
        one.width = Math.round(element.clientWidth * window.devicePixelRatio)
        one.height = Math.round(element.clientHeight * window.devicePixelRatio)
      }
    },
    points: (view) => {
      // Touching a layer costs a frame where nothing but the processor draws.
      if (hasNames) pen.clearRect(0, 0, words.width, words.height)
      hasNames = false
      place(view)
      points()
    },
    all: (view) => {
      // The ties follow once the points are there.
      if (!hasTies) uploadTies(gl, ties)
      hasTies = true
      place(view)
      const [red, green, blue] = rgbOf(looks.line)
      gl.uniform4f(uniform(gl, program, 'flat_'), red / 255, green / 255, blue / 255, 1)
      gl.drawElements(gl.LINES, 2 * ties.edges.from.length, gl.UNSIGNED_INT, 0)
      points()
    },
    names: (view, hovered, most) => {
      writeNames(pen, element, ties, looks, { view, hovered, most })
      hasNames = true
    },
    kill: () => {
      gl.getExtension('WEBGL_lose_context')?.loseContext()
      canvas.remove()
      words.remove()
    },
  }
}

function layer(element: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.className = 'ties-layer'
  element.append(canvas)
  return canvas
}

const locations = new WeakMap<WebGLProgram, Map<string, WebGLUniformLocation | null>>()

function uniform(gl: WebGL2RenderingContext, program: WebGLProgram, name: string) {
  const known = locations.get(program) ?? new Map<string, WebGLUniformLocation | null>()
  locations.set(program, known)
  if (!known.has(name)) known.set(name, gl.getUniformLocation(program, name))
  return known.get(name) ?? null
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)
    if (shader === null) continue
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook
  gl.useProgram(program)
  return program
}

function upload(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { nodes }: Ties,
  { colours }: Looks,
): void {
  const count = nodes.x.length
  const places = new Float32Array(2 * count)
  const sizes = new Float32Array(count)
  const shades = new Uint8Array(4 * count)
  const known = colours.map(rgbOf)
  for (let i = 0; i < count; i++) {
    places[2 * i] = nodes.x[i] ?? 0
    places[2 * i + 1] = nodes.y[i] ?? 0
    sizes[i] = 2.4 * Math.min(4, 0.6 + Math.sqrt(nodes.rank[i] ?? 0))
    shades.set([...(known[nodes.side[i] ?? 0] ?? [0, 0, 0]), 255], 4 * i)
  }
  attribute(gl, program, 'place', places, { parts: 2, type: gl.FLOAT })
  attribute(gl, program, 'size', sizes, { parts: 1, type: gl.FLOAT })
  attribute(gl, program, 'colour', shades, { parts: 4, type: gl.UNSIGNED_BYTE })
}

function attribute(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  values: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>,
  { parts, type }: { parts: number; type: number },
): void {
  const at = gl.getAttribLocation(program, name)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW)
  gl.enableVertexAttribArray(at)
  gl.vertexAttribPointer(at, parts, type, type === gl.UNSIGNED_BYTE, 0, 0)
}

function uploadTies(gl: WebGL2RenderingContext, { edges }: Ties): void {
  const ends = new Uint32Array(2 * edges.from.length)
  edges.from.forEach((from, i) => {
    ends[2 * i] = from
    ends[2 * i + 1] = edges.to[i] ?? from
  })
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, ends, gl.STATIC_DRAW)
}

/** Whatever a colour is written as, as red, green and blue. */
function rgbOf(colour: string): [number, number, number] {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (pen === null) return [128, 128, 128]
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

interface Named {
  view: View
  hovered: number
  most: number
}

const LINE_PX = 16

/** Whoever counts most comes first in the answer, so the first that have room are named. */
function writeNames(
  pen: CanvasRenderingContext2D,
  element: HTMLElement,
  { nodes }: Ties,
  { ink, plate, font }: Looks,
  { view, hovered, most }: Named,
): void {
  const ratio = window.devicePixelRatio
  const { clientWidth: width, clientHeight: height } = element
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, width, height)
  pen.font = `12px ${font}`
  const taken: { x: number; y: number; width: number }[] = []
  const write = (i: number, isForced: boolean) => {
    const x = width / 2 + ((nodes.x[i] ?? 0) - view.x) * view.scale + 6
    const y = height / 2 - ((nodes.y[i] ?? 0) - view.y) * view.scale
    const isOutside = x < 0 || y < LINE_PX || y > height || x > width
    const name = nodes.names[i] ?? ''
    if (isOutside || name === '') return
    const wide = pen.measureText(name).width
    const isOver = taken.some(
      (one) => Math.abs(one.y - y) < LINE_PX && x < one.x + one.width && one.x < x + wide,
    )
    if (isOver && !isForced) return
    taken.push({ x, y, width: wide })
    pen.fillStyle = plate
    pen.globalAlpha = isForced ? 1 : 0.75
    pen.fillRect(x - 2, y - 10, wide + 4, LINE_PX)
    pen.globalAlpha = 1
    pen.fillStyle = ink
    pen.fillText(name, x, y + 2)
  }
  if (hovered >= 0) write(hovered, true)
  for (let i = 0; i < nodes.names.length && taken.length < most; i++) write(i, false)
}
