import type { OwnTerms } from '#listen/index.ts'
import { subjectOfFormat } from '#listen/index.ts'
import type { Door } from '#store/door.ts'
import { listMembers } from '#store/members.ts'
import { listFields } from '../fields/fields.ts'

const MEMBERS_AT_ONCE = 500

/** What lists of this format may speak of beside our columns; undefined for formats that have no such. */
export async function readOwnTerms(
  door: Door,
  workspaceId: string,
  format: string,
): Promise<OwnTerms | undefined> {
  const subject = subjectOfFormat(format)
  if (subject === undefined) return undefined
  const fields = await door.inWorkspace(workspaceId, (tx) => listFields(tx, subject))
  return { fields, members: await everyMember(door, workspaceId) }
}

async function everyMember(
  door: Door,
  workspaceId: string,
): Promise<OwnTerms['members'][number][]> {
  const members: OwnTerms['members'][number][] = []
  let cursor: string | undefined
  do {
    const at = cursor === undefined ? {} : { cursor }
    const page = await listMembers(door, workspaceId, { limit: MEMBERS_AT_ONCE, ...at })
    members.push(...page.items.map(({ id, name, email }) => ({ id, name, email })))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return members
}
