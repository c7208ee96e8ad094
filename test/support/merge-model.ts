import { type MergeField, PERSON_FIELDS, type PersonField } from '#vocabulary/index.ts'

export type Fields = Record<PersonField, string | null>

/** What happened to the fields of a person, oldest first: what is taken back no longer counts. */
type Happening =
  | { kind: 'edit'; field: MergeField; value: string | null }
  | { kind: 'merge'; field: MergeField; merge: ModelMerge }

export interface ModelMerge {
  id: string
  keep: string
  merged: string
  isUndone: boolean
}

/** A slow, plain account of who is who. */
export class Model {
  readonly base = new Map<string, Fields>()
  readonly happened = new Map<string, Happening[]>()
  readonly merges: ModelMerge[] = []
  /** By external id: the person who owns the account. */
  readonly owner = new Map<string, string>()
  readonly posts = new Map<string, string>()

  rootOf(id: string): string {
    const up = this.merges.find((merge) => !merge.isUndone && merge.merged === id)
    return up === undefined ? id : this.rootOf(up.keep)
  }

  valueOf(id: string, field: MergeField): string | null {
    const last = this.happened
      .get(id)
      ?.findLast((one) => one.field === field && (one.kind === 'edit' || !one.merge.isUndone))
    if (last === undefined) return this.base.get(id)?.[field as PersonField] ?? null
    return last.kind === 'edit' ? last.value : this.valueOf(last.merge.merged, field)
  }

  fieldsOf(id: string): Fields {
    const values = PERSON_FIELDS.map((field) => [field, this.valueOf(id, field)])
    return Object.fromEntries(values) as Fields
  }

  note(id: string, happening: Happening): void {
    this.happened.set(id, [...(this.happened.get(id) ?? []), happening])
  }

  accountsOf(root: string): string[] {
    return [...this.owner].filter(([, id]) => this.rootOf(id) === root).map(([account]) => account)
  }
}
