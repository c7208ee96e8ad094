import type { Model } from './merge-model.ts'

/** Something that names a person and stays with whom it was written for. */
interface Held {
  /** Whom it names: the root of then. */
  person: string
  /** What of it is compared; a relation's kind, a channel. */
  what: string
}

/** A slow, plain account of the records of people: who shows which. */
export class RecordsModel {
  readonly relations = new Map<string, Held>()
  readonly consents = new Map<string, Held>()
  readonly closed = new Map<string, Held>()
  /** By deal: the persons that its rows name. */
  readonly deals = new Map<string, Set<string>>()
  readonly #people: Model

  constructor(people: Model) {
    this.#people = people
  }

  /** Ids of what is shown of the person, sorted. */
  shownOf(held: ReadonlyMap<string, Held>, id: string): string[] {
    const root = this.#people.rootOf(id)
    const shown = [...held].filter(([, { person }]) => this.#people.rootOf(person) === root)
    return shown.map(([record]) => record).sort()
  }

  holds(held: ReadonlyMap<string, Held>, id: string, what: string): boolean {
    return this.shownOf(held, id).some((record) => held.get(record)?.what === what)
  }

  dealsOf(id: string): string[] {
    const root = this.#people.rootOf(id)
    const isThere = (people: Set<string>) =>
      [...people].some((person) => this.#people.rootOf(person) === root)
    return [...this.deals].flatMap(([deal, people]) => (isThere(people) ? [deal] : [])).sort()
  }

  /** Whoever takes part already keeps the row with which they were named. */
  takePart(deal: string, wanted: readonly string[]): void {
    const held = [...(this.deals.get(deal) ?? [])]
    const rows = wanted.flatMap((id) => {
      const root = this.#people.rootOf(id)
      const own = held.filter((person) => this.#people.rootOf(person) === root)
      return own.length === 0 ? [root] : own
    })
    this.deals.set(deal, new Set(rows))
  }
}
