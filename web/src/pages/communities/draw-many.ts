import type { Answer } from '../../api.ts'
import type { Drawing } from './draw-ties.ts'
import { type NearIndex, nearIndexOf } from './near-index.ts'
import { makePainter, type Painter, type View } from './paint-many.ts'

type Ties = Answer<'GET /communities/{id}/graph'>

/** How the picture looks, and what is told of it. */
export interface Looks {
  /** Anybody else, one of us, of a competitor; then lines, words and the plate behind words. */
  colours: readonly string[]
  line: string
  ink: string
  plate: string
  font: string
  open: (personId: string) => void
}

const LABELS_MAX = 30
const NEAR_PX = 10
const ZOOM_STEP = 1.5
const SETTLED_MS = 160
const DRAG_PX = 4

/**
 * Thousands of people and their ties on typed arrays: points first, ties once the reader holds still, the
 * names of whoever counts most above them. Null where there is nothing to draw with.
 */
export function drawMany(
  element: HTMLElement,
  ties: Ties,
  looks: Looks,
): (Drawing & { kill(): void }) | null {
  const painter = makePainter(element, ties, looks)
  if (painter === null) return null
  const picture = new Picture(element, painter, ties, looks)
  return {
    zoomIn: () => picture.zoom(ZOOM_STEP),
    zoomOut: () => picture.zoom(1 / ZOOM_STEP),
    showAll: () => picture.showAll(),
    kill: () => picture.kill(),
  }
}

class Picture {
  readonly #element: HTMLElement
  readonly #painter: Painter
  readonly #ties: Ties
  readonly #looks: Looks
  readonly #near: NearIndex
  readonly #ended = new AbortController()
  readonly #watch: ResizeObserver
  /** What stands in the middle, and pixels to the width of the picture. */
  #view: View = { x: 0.5, y: 0.5, scale: 1 }
  #asked = 0
  #settling = 0
  #hovered = -1
  #drag: { x: number; y: number; far: boolean } | null = null

  constructor(element: HTMLElement, painter: Painter, ties: Ties, looks: Looks) {
    this.#element = element
    this.#painter = painter
    this.#ties = ties
    this.#looks = looks
    this.#near = nearIndexOf(ties.nodes.x, ties.nodes.y)
    this.#watch = new ResizeObserver(() => this.showAll())
    this.#watch.observe(element)
    this.#listen()
    this.showAll()
  }

  showAll(): void {
    this.#painter.resize()
    const { clientWidth, clientHeight } = this.#element
    this.#view = { x: 0.5, y: 0.5, scale: 0.95 * Math.max(1, Math.min(clientWidth, clientHeight)) }
    this.#move()
  }

  zoom(by: number, at: { x: number; y: number } = this.#middle()): void {
    const before = this.#placeAt(at)
    this.#view.scale = Math.min(1e6, Math.max(100, this.#view.scale * by))
    const after = this.#placeAt(at)
    this.#view.x += before.x - after.x
    this.#view.y += before.y - after.y
    this.#move()
  }

  kill(): void {
    this.#ended.abort()
    this.#watch.disconnect()
    cancelAnimationFrame(this.#asked)
    clearTimeout(this.#settling)
    this.#painter.kill()
  }

  /** Points at once, ties and names when nothing has moved for a moment. */
  #move(): void {
    cancelAnimationFrame(this.#asked)
    clearTimeout(this.#settling)
    this.#asked = requestAnimationFrame(() => this.#painter.points(this.#view))
    // Ties drawn between two moves of the pointer would hold up the next: they wait until it lets go.
    if (this.#drag === null) this.#settling = window.setTimeout(() => this.#settle(), SETTLED_MS)
  }

  #settle(): void {
    this.#painter.all(this.#view)
    this.#painter.names(this.#view, this.#hovered, LABELS_MAX)
  }

  #middle() {
    return { x: this.#element.clientWidth / 2, y: this.#element.clientHeight / 2 }
  }

  #placeAt({ x, y }: { x: number; y: number }) {
    const middle = this.#middle()
    const { x: left, y: top, scale } = this.#view
    return { x: left + (x - middle.x) / scale, y: top - (y - middle.y) / scale }
  }

  #pixelOf(event: MouseEvent) {
    const box = this.#element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  #listen(): void {
    const { signal } = this.#ended
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      work: (event: HTMLElementEventMap[Name]) => void,
    ) => this.#element.addEventListener(name, work, { signal, passive: false })
    on('pointerdown', (event) => {
      this.#element.setPointerCapture(event.pointerId)
      this.#drag = { ...this.#pixelOf(event), far: false }
    })
    on('pointermove', (event) => this.#pointed(this.#pixelOf(event)))
    on('pointerup', () => this.#released())
    on('pointercancel', () => {
      this.#drag = null
      this.#move()
    })
    on('wheel', (event) => {
      event.preventDefault()
      this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.#pixelOf(event))
    })
  }

  #pointed(at: { x: number; y: number }): void {
    if (this.#drag === null) {
      this.#hover(at)
      return
    }
    const [dx, dy] = [at.x - this.#drag.x, at.y - this.#drag.y]
    if (!this.#drag.far && Math.hypot(dx, dy) < DRAG_PX) return
    this.#view.x -= dx / this.#view.scale
    this.#view.y += dy / this.#view.scale
    this.#drag = { ...at, far: true }
    this.#move()
  }

  #released(): void {
    const wasDragged = this.#drag?.far === true
    this.#drag = null
    if (wasDragged) this.#move()
    const id = this.#ties.nodes.ids[this.#hovered]
    if (!wasDragged && id !== undefined) this.#looks.open(id)
  }

  #hover(at: { x: number; y: number }): void {
    const found = this.#near(this.#placeAt(at), NEAR_PX / this.#view.scale)
    if (found === this.#hovered) return
    this.#hovered = found
    this.#element.style.cursor = found < 0 ? '' : 'pointer'
    this.#painter.names(this.#view, found, LABELS_MAX)
  }
}
