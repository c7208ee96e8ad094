import type { Colleague } from '#engage/index.ts'
import { nameMembers } from '#store/members.ts'
import { EnishiError } from '#vocabulary/index.ts'
import { type Caller, type HttpContext, manages } from './handler.ts'
import { notSignedIn } from './refusals.ts'

/** Fields in which an answer of #engage names members; their names are of the accounts. */
const FIELDS = [
  ...(['owner', 'secondOwner', 'author', 'member', 'doneBy', 'createdBy'] as const),
  ...(['giver', 'receiver', 'undoneBy'] as const),
] as const

type Shown = { [Field in (typeof FIELDS)[number]]?: Colleague | null } & {
  mentions?: Colleague[]
  moves?: Shown[]
  owners?: Shown[]
}

/** Puts the names of members to what colleagues do; whoever has left stays without one. */
export async function nameColleagues<Item extends object>(
  items: readonly Item[],
  caller: Caller,
  { door }: HttpContext,
): Promise<Item[]> {
  const ids = new Set(items.flatMap((item) => idsIn(item)))
  if (ids.size === 0) return [...items]
  const names = await nameMembers(door, caller.workspaceId, [...ids])
  return items.map((item) => withNames(item, names))
}

function idsIn(item: object): string[] {
  const shown = item as Shown
  const named = [...FIELDS.map((field) => shown[field]), ...membersIn(shown)]
  const own = named.flatMap((one) => one?.id ?? [])
  return [...own, ...[...(shown.moves ?? []), ...(shown.owners ?? [])].flatMap(idsIn)]
}

/** An activity mentions accounts, not members. */
function membersIn({ mentions }: Shown): Colleague[] {
  return Array.isArray(mentions) ? mentions : []
}

function withNames<Item extends object>(item: Item, names: ReadonlyMap<string, string>): Item {
  const shown = item as Shown
  const name = ({ id }: Colleague): Colleague => ({ id, name: names.get(id) ?? null })
  const fields = FIELDS.flatMap((field) => {
    const one = shown[field]
    return one === undefined || one === null ? [] : [[field, name(one)]]
  })
  const { mentions, moves, owners } = shown
  return {
    ...item,
    ...Object.fromEntries(fields),
    ...(mentions === undefined ? {} : { mentions: mentions.map(name) }),
    ...(owners === undefined ? {} : { owners: owners.map((one) => withNames(one, names)) }),
    ...(moves === undefined ? {} : { moves: moves.map((move) => withNames(move, names)) }),
  }
}

/** Throws `bad-input` where somebody who is named is no member of the workspace. */
export async function checkMembers(
  ids: readonly (string | null | undefined)[],
  field: string,
  caller: Caller,
  { door }: HttpContext,
): Promise<void> {
  const named = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (named.length === 0) return
  const known = await nameMembers(door, caller.workspaceId, named)
  if (named.every((id) => known.has(id))) return
  throw new EnishiError(
    'bad-input',
    {
      en: 'There is no such member in this workspace. Choose somebody from the list of members.',
      ja: 'このメンバーはワークスペースにいません。メンバーの一覧から選んでください。',
    },
    { field },
  )
}

/** `me` is the member who asks; a key is nobody. Throws `not-signed-in` for one. */
export function meant(who: string | undefined, { userId, role }: Caller): string | undefined {
  if (who !== 'me') return who
  if (role === null || userId === null) throw notSignedIn()
  return userId
}

/** Who changes something in a workspace, and when. */
export function changeBy(caller: Caller, { now, random }: HttpContext) {
  const { userId: authorId, workspaceId } = caller
  return { authorId, workspaceId, now: now(), random, manages: manages(caller) }
}
