import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { ORIGINALS } from '#understand/index.ts'
import { NIL_UUID, NOBODY } from '#vocabulary/index.ts'
import { ints } from './growing-column.ts'
import { IdNumbers } from './id-numbers.ts'

/** Runs one transaction in the workspace. */
export type Run = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** Accounts and the people behind them today, merges resolved; both as numbers. */
export class Accounts {
  readonly handles = new IdNumbers()
  readonly people = new IdNumbers()
  readonly #personOf = ints()
  /** Of each person the first account that was seen, which stands for them. */
  readonly #handleOf = ints()

  add(handleId: string, personId: string): void {
    if (this.handles.find(handleId) >= 0) return
    const handle = this.handles.numberOf(handleId)
    const person = this.people.numberOf(personId)
    this.#personOf.push(person)
    if (person === this.#handleOf.length) this.#handleOf.push(handle)
  }

  /** The person behind an account, -1 where there is none any more. */
  personOf(handle: number): number {
    return handle < 0 ? -1 : this.#personOf.at(handle)
  }

  handleOf(person: number): number {
    return this.#handleOf.at(person)
  }
}

const AT_ONCE = 20_000

/** All accounts of the workspace in the order of their ids; that of nobody is no person's. */
export async function readAccounts(run: Run): Promise<Accounts> {
  const accounts = new Accounts()
  for (let after = NIL_UUID; ; ) {
    const from = after
    const rows = await run(async (tx) => {
      const { rows } = await sql<{ handleId: string; personId: string; isNobodys: boolean }>`
        select o.handle_id as "handleId", r.root_id as "personId",
          h.platform = ${NOBODY.platform} as "isNobodys"
        from (select * from handle_ownership o where o.handle_id > ${from}::uuid and o.until is null
          order by o.handle_id limit ${AT_ONCE}) o
        join person_root r on r.workspace_id = o.workspace_id and r.person_id = o.person_id
        join handle h on h.workspace_id = o.workspace_id and h.id = o.handle_id
        order by o.handle_id`.execute(tx)
      return rows
    })
    for (const { handleId, personId, isNobodys } of rows) {
      if (!isNobodys) accounts.add(handleId, personId)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return accounts
    after = last.handleId
  }
}

/**
 * These accounts only. Here as in every look-up of a few: step by step, so that no join of all with all
 * comes of it where the database knows nothing yet of a young log.
 */
export async function readAccountsOf(tx: Transaction, handles: readonly string[]) {
  const accounts = new Accounts()
  const { rows } = await sql<{ handleId: string; personId: string }>`
    select wanted.id as "handleId", root.id as "personId"
    from unnest(${[...new Set(handles)]}::uuid[]) as wanted (id)
    cross join lateral (
      select o.person_id from handle_ownership o
      where o.handle_id = wanted.id and o.until is null offset 0) o
    cross join lateral (
      select r.root_id as id from person_root r where r.person_id = o.person_id offset 0) root
    where not exists (select from handle h where h.id = wanted.id
      and h.platform = ${NOBODY.platform})
    order by 1`.execute(tx)
  for (const { handleId, personId } of rows) accounts.add(handleId, personId)
  return accounts
}

/** The accounts of some people (roots) today. */
export async function accountsOf(tx: Transaction, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select own.handle_id as id from unnest(${[...people]}::uuid[]) as wanted (id) ${ORIGINALS}
    cross join lateral (
      select o.handle_id from handle_ownership o
      where o.person_id = original.original_id and o.until is null offset 0) own
    order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}
