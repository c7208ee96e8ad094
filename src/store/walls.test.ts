import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { makeWorkspace, newId, testDoor } from '#test/workspace.ts'

async function addTopic(workspace: Awaited<ReturnType<typeof makeWorkspace>>, name: string) {
  const id = newId()
  await workspace.run((tx) =>
    tx
      .insertInto('topic')
      .values({ workspace_id: workspace.id, id, name, kind: 'own', applied_at: null })
      .execute(),
  )
  return id
}

describe('the two walls between workspaces', () => {
  it('shows a query without any condition the own workspace only', async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()]
    const own = await addTopic(ours, 'ours')
    await addTopic(theirs, 'theirs')
    const seen = await ours.run((tx) => tx.selectFrom('topic').select('id').execute())
    expect(seen).toEqual([{ id: own }])
  })

  it('stops writing into, changing and deleting in another workspace', async () => {
    const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()]
    const foreign = await addTopic(theirs, 'theirs')
    const row = { workspace_id: theirs.id, id: newId(), name: 'x', kind: 'own' as const }
    const insert = ours.run((tx) =>
      tx
        .insertInto('topic')
        .values({ ...row, applied_at: null })
        .execute(),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
    const changed = await ours.run((tx) =>
      tx.updateTable('topic').set({ name: 'taken' }).where('id', '=', foreign).executeTakeFirst(),
    )
    const removed = await ours.run((tx) => tx.deleteFrom('topic').executeTakeFirst())
    expect(Number(changed.numUpdatedRows) + Number(removed.numDeletedRows)).toBe(0)
  })

  it('fails closed when a transaction names no workspace', async () => {
    const door = testDoor()
    const ours = await makeWorkspace()
    const query = ours.run(async (tx) => {
      await sql`set local enishi.workspace = ''`.execute(tx)
      return tx.selectFrom('topic').selectAll().execute()
    })
    await expect(query).rejects.toThrow(/invalid input syntax for type uuid/)
    await expect(door.inWorkspace('', async () => undefined)).rejects.toThrow(/without a workspace/)
  })

  it('keeps accounts from the application and workspaces from the accounts', async () => {
    const ours = await makeWorkspace()
    const read = ours.run((tx) => sql`select * from accounts.account`.execute(tx))
    await expect(read).rejects.toThrow(/permission denied/)
    const cross = testDoor().asAccounts((tx) => sql`select * from enishi.post`.execute(tx))
    await expect(cross).rejects.toThrow(/permission denied/)
    const texts = testDoor().asSystem((tx) => tx.selectFrom('post').selectAll().execute())
    await expect(texts).rejects.toThrow(/permission denied/)
  })

  it('has row-level security on every table of the schema, and every view runs as its caller', async () => {
    const ours = await makeWorkspace()
    const { rows } = await ours.run((tx) =>
      sql<{ relname: string }>`
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'enishi' and (
          (c.relkind in ('r', 'p') and not c.relrowsecurity)
          or (c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)))
      `.execute(tx),
    )
    expect(rows).toEqual([])
  })

  it('lets every foreign key carry the workspace', async () => {
    const ours = await makeWorkspace()
    const { rows } = await ours.run((tx) =>
      sql<{ name: string }>`
        select con.conname as name from pg_constraint con
        join pg_namespace n on n.oid = con.connamespace
        where n.nspname = 'enishi' and con.contype = 'f' and not exists (
          select 1 from unnest(con.conkey) k
          join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k
          where a.attname = 'workspace_id')
        and con.confrelid <> 'enishi.event_consumer'::regclass
      `.execute(tx),
    )
    expect(rows).toEqual([])
  })
})
