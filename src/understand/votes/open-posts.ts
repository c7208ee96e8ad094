import { sql } from 'kysely'
import type { Transaction } from '#store/door.ts'
import type { ReadingPart } from '#vocabulary/index.ts'
import { isUsedPost } from '../privacy/stopped.ts'
import { wholeText } from '../understanding.ts'

/** A post of which parts are open that nobody and no language model judged. */
export interface OpenPost {
  activityId: string
  revision: number
  parts: ReadingPart[]
  text: string
}

/** The newest open posts among which those are looked for that were not asked about. */
const LOOKED_AT = 2_000

/**
 * The newest posts with parts that are open and were not asked about in this form of the text, but for
 * `without`. What a member judged in a queue needs no vote; figures would flatter the reader by it.
 */
export async function openPosts(
  tx: Transaction,
  workspaceId: string,
  { limit, without }: { limit: number; without: readonly ReadingPart[] },
): Promise<OpenPost[]> {
  const { rows } = await sql<Omit<OpenPost, 'text'> & { title: string | null; text: string }>`
    with newest as materialized (
      select activity_id, revision, unsure from reading
      where workspace_id = ${workspaceId} and unsure <> '{}'
      order by activity_id desc limit ${LOOKED_AT}),
    open as (
      select n.activity_id, n.revision, array(
        select u.part from unnest(n.unsure) with ordinality as u(part, place)
        where u.part <> all(${without}::text[]) and not exists (
          select from model_vote v where v.workspace_id = ${workspaceId}
            and v.activity_id = n.activity_id and v.revision = n.revision and v.part = u.part)
        order by u.place) as parts
      from newest n
      where not exists (select from audit_item i where i.workspace_id = ${workspaceId}
        and i.activity_id = n.activity_id and i.revision = n.revision and i.answered_at is not null))
    select o.activity_id as "activityId", o.revision, o.parts, p.title, p.text
    from open o join post p on p.workspace_id = ${workspaceId} and p.activity_id = o.activity_id
    where o.parts <> '{}' and ${isUsedPost(sql`o.activity_id`)} order by o.activity_id desc limit ${limit}
  `.execute(tx)
  return rows.map(({ title, text, ...post }) => ({ ...post, text: wholeText({ title, text }) }))
}
