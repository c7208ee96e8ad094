import type { TouchKind } from '#vocabulary/index.ts'
import type { Follows } from './follows.ts'
import type { Accounts } from './people-of-handles.ts'
import { KINDS_BY_STRENGTH, type TouchRow } from './touches-by.ts'

/** A touch of one person, accounts resolved; people and accounts as numbers. */
export interface GatheredTouch {
  kind: TouchKind
  activityId: string
  evidenceId: string
  actor: number
  actorHandle: number
  person: number
  channelId: string
  topicId: string | null
  atMs: number
}

/**
 * Brings rows of `touchesBy` to people: followers are told one by one, nobody touches themselves, and
 * of what one activity shows of the same words and the same person the strongest counts, once. All
 * rows of one evidence must come together.
 */
export class TouchGatherer {
  readonly #accounts: Accounts
  readonly #follows: Follows
  /** Of each person the last group in which they were told. */
  #told = new Int32Array(0)
  #group = 0

  constructor(accounts: Accounts, follows: Follows) {
    this.#accounts = accounts
    this.#follows = follows
  }

  gather(rows: readonly TouchRow[], tell: (touch: GatheredTouch) => void): void {
    for (const group of groupsOf(rows)) this.#gatherGroup(group, tell)
  }

  #gatherGroup(group: readonly TouchRow[], tell: (touch: GatheredTouch) => void): void {
    this.#group += 1
    if (this.#told.length < this.#accounts.people.count) {
      this.#told = new Int32Array(this.#accounts.people.count)
      this.#group = 1
    }
    for (const row of group) {
      const actorHandle = this.#accounts.handles.find(row.actorHandleId)
      const actor = this.#accounts.personOf(actorHandle)
      if (actor < 0) continue
      const { kind, activityId, evidenceId, channelId, topicId } = row
      const base = { kind, activityId, evidenceId, channelId, topicId, actor, actorHandle }
      this.#forEachReached(row, (person) => {
        if (person < 0 || person === actor || this.#told[person] === this.#group) return
        this.#told[person] = this.#group
        tell({ ...base, person, atMs: row.at.getTime() })
      })
    }
  }

  #forEachReached(row: TouchRow, tell: (person: number) => void): void {
    const { handles } = this.#accounts
    if (row.reachedHandleId !== null) {
      tell(this.#accounts.personOf(handles.find(row.reachedHandleId)))
    } else if (row.followedHandleId !== null) {
      const followed = handles.find(row.followedHandleId)
      if (followed >= 0) this.#follows.forEachFollower(followed, row.at.getTime(), tell)
    }
  }
}

const strengthOf = new Map<TouchKind, number>(KINDS_BY_STRENGTH.map((kind, i) => [kind, i]))

/** Rows of the same evidence and the same words, the strongest first; groups of the newest evidence first. */
function groupsOf(rows: readonly TouchRow[]): TouchRow[][] {
  const sorted = rows.toSorted(
    (a, b) =>
      order(b.evidenceId, a.evidenceId) ||
      order(b.activityId, a.activityId) ||
      (strengthOf.get(a.kind) ?? 0) - (strengthOf.get(b.kind) ?? 0) ||
      order(a.actorHandleId, b.actorHandleId),
  )
  const groups: TouchRow[][] = []
  for (const row of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSame = first?.evidenceId === row.evidenceId && first.activityId === row.activityId
    if (group !== undefined && isSame) group.push(row)
    else groups.push([row])
  }
  return groups
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
