import { ACTOR_LEVELS } from '#vocabulary/index.ts'
import { type InfluenceMeasured, type Interval, isEnough } from '../influence/measure-influence.ts'
import type { Placebos } from '../influence/placebos.ts'
import type { Ground, ScopeInput } from './scope-input.ts'

export type FigureCut = 'actor' | 'channel' | 'type' | 'level' | 'opinion' | 'community'

/** A figure as its table holds it. */
export interface WrittenFigure {
  cut: FigureCut
  key: string
  /** The outcome's type; empty for all together. */
  type: string
  credit: number
  low: number
  high: number
  /** Null of what no touch preceded. */
  placebos: Placebos | null
  outcomes: number
  touches: number
  multiplier: number | null
  multiplierInterval: Interval | null
  passedOn: number
  passedOnInterval: Interval | null
  enough: boolean
  handleId: string | null
}

/**
 * What a cut counts by: of each touch its key, the same where edges are reversed, and how many keys
 * there are.
 */
export type CutColumns = Record<
  Exclude<FigureCut, 'type'>,
  { of: Int32Array; reversed?: Int32Array; size: number }
>

/** What keys of opinions and communities are called. */
export interface KeyNames {
  opinions: readonly string[]
  communities: readonly string[]
}

/** Of the cut `all` every touch has the key 0: its cells by type are the figures of the types. */
export const ALL = 'all'

/** Every figure of a scope: each cut whole and by type of outcome. */
export function figuresOf(
  ground: Ground,
  scope: ScopeInput,
  measured: InfluenceMeasured,
  columns: CutColumns,
  keys: KeyNames,
): WrittenFigure[] {
  const names = namesOf(ground, scope, keys)
  const actors = new Map(measured.byActor.map((one) => [one.actor, one] as const))
  const sent = new Map(
    Object.entries(columns).map(([cut, { of, size }]) => [cut, counted(of, size)] as const),
  )
  const cells = measured.cells.filter(({ cut }) => cut !== ALL)
  const figures = cells.map((cell): WrittenFigure => {
    const cut = cell.cut as keyof CutColumns
    const actor = cut === 'actor' ? actors.get(cell.key) : undefined
    const { credit, low, high, placebos, outcomes, enough } = cell
    return {
      ...{ cut, key: names[cut](cell.key), type: scope.input.types[cell.type] ?? '' },
      ...{ credit, low, high, placebos, outcomes, enough },
      touches: sent.get(cut)?.[cell.key] ?? 0,
      multiplier: actor?.multiplier ?? null,
      multiplierInterval: actor?.multiplierInterval ?? null,
      passedOn: cell.type < 0 ? (actor?.passedOn ?? 0) : 0,
      passedOnInterval: cell.type < 0 ? (actor?.passedOnInterval ?? null) : null,
      handleId: cut === 'actor' ? handleOf(ground, cell.key) : null,
    }
  })
  return [...figures, ...typeFigures(scope, measured)]
}

function handleOf({ touches: { accounts } }: Ground, person: number): string {
  return accounts.handles.idOf(accounts.handleOf(person))
}

type Names = Record<keyof CutColumns, (key: number) => string>

function namesOf(
  ground: Ground,
  { input }: ScopeInput,
  { opinions, communities }: KeyNames,
): Names {
  return {
    actor: (key) => handleOf(ground, key),
    channel: (key) => input.channels[key] ?? '',
    level: (key) => ACTOR_LEVELS[key] ?? 'unknown',
    opinion: (key) => opinions[key] ?? '',
    community: (key) => communities[key] ?? '',
  }
}

function counted(column: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const key of column) if (key >= 0) counts[key] = (counts[key] as number) + 1
  return counts
}

/** All outcomes of a type, whether or not anything preceded them. */
function typeFigures({ input }: ScopeInput, measured: InfluenceMeasured): WrittenFigure[] {
  return measured.byType.map(({ credit, low, high, outcomes }, type) => {
    const cell = measured.cells.find((one) => one.cut === ALL && one.type === type)
    return {
      ...{ cut: 'type', key: input.types[type] ?? '', type: '', credit, low, high, outcomes },
      placebos: cell?.placebos ?? null,
      touches: input.touches.t.length,
      ...{ multiplier: null, multiplierInterval: null, handleId: null },
      ...{ passedOn: 0, passedOnInterval: null },
      enough: isEnough(outcomes, { low, high }),
    }
  })
}
