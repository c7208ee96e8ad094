import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import { MAX_UUID } from '#vocabulary/index.ts'
import { floats, ints } from './growing-column.ts'
import type { Accounts, Run } from './people-of-handles.ts'

interface FollowRow {
  id: string
  followerId: string
  followedId: string
  at: Date
}

/** Who follows which account since when; a follow that was taken back is none. */
export class Follows {
  readonly #followed = ints()
  readonly #follower = ints()
  readonly #since = floats()
  /** Rows by followed account, as {@link sort} leaves them. */
  #start = new Int32Array(1)
  #order = new Int32Array(0)

  add(accounts: Accounts, { followerId, followedId, at }: Omit<FollowRow, 'id'>): void {
    const [followed, follower] = [
      accounts.handles.find(followedId),
      accounts.personOf(accounts.handles.find(followerId)),
    ]
    if (followed < 0 || follower < 0) return
    this.#followed.push(followed)
    this.#follower.push(follower)
    this.#since.push(at.getTime())
  }

  /** To be called once all are in. */
  sort(handles: number): void {
    const followed = this.#followed.take()
    const start = new Int32Array(handles + 1)
    for (const handle of followed) start[handle + 1] = (start[handle + 1] as number) + 1
    for (let h = 0; h < handles; h++) start[h + 1] = (start[h + 1] as number) + (start[h] as number)
    const free = start.slice(0, handles)
    this.#order = new Int32Array(followed.length)
    followed.forEach((handle, row) => {
      const place = free[handle] as number
      this.#order[place] = row
      free[handle] = place + 1
    })
    this.#start = start
  }

  /** People who followed an account before an instant, some of them more than once. */
  forEachFollower(handle: number, beforeMs: number, tell: (person: number) => void): void {
    for (let i = this.#start[handle] ?? 0; i < (this.#start[handle + 1] ?? 0); i++) {
      const row = this.#order[i] as number
      if (this.#since.at(row) < beforeMs) tell(this.#follower.at(row))
    }
  }
}

const AT_ONCE = 20_000

/** All follows that stand in the log. */
export async function readFollows(run: Run, accounts: Accounts): Promise<Follows> {
  const follows = new Follows()
  for (let before = MAX_UUID; ; ) {
    const from = before
    const rows = await run(async (tx) => {
      const { rows } = await sql<FollowRow>`
        select a.id, a.handle_id as "followerId", a.object_handle_id as "followedId",
          a.published_at as at
        from activity a where a.type = 'Follow' and a.deleted_at is null and a.id < ${from}::uuid
          and a.object_handle_id is not null
        order by a.id desc limit ${AT_ONCE}`.execute(tx)
      return rows
    })
    for (const row of rows) follows.add(accounts, row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) break
    before = last.id
  }
  follows.sort(accounts.handles.count)
  return follows
}

/** What some accounts follow. */
export async function readFollowsOf(
  tx: Transaction,
  handles: readonly string[],
): Promise<Omit<FollowRow, 'id'>[]> {
  const { rows } = await sql<Omit<FollowRow, 'id'>>`
    select a.handle_id as "followerId", a.object_handle_id as "followedId", a.published_at as at
    from unnest(${[...handles]}::uuid[]) as own (id)
    cross join lateral (select * from activity a where a.handle_id = own.id offset 0) a
    where a.type = 'Follow' and a.deleted_at is null and a.object_handle_id is not null
    order by a.id`.execute(tx)
  return rows
}
