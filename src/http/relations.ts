import { cardLook } from '#engage/index.ts'
import type { Transaction } from '#store/door.ts'
import { nameMembers } from '#store/members.ts'
import {
  addRelation,
  addRelationKind,
  addRelationRule,
  type ChangeInWorkspace,
  decideProposal,
  listOrganisationTies,
  listPersonTies,
  listProposals,
  listRelationKinds,
  listRelationRules,
  listRelations,
  listTieActivities,
  patchRelation,
  patchRelationKind,
  patchRelationRule,
  previewRelationRule,
  removeRelation,
  removeRelationKind,
  removeRelationRule,
  searchRelations,
} from '#understand/index.ts'
import type { Caller, Handlers, HttpContext } from './handler.ts'
import { nameCorrectors } from './name-correctors.ts'

type Names =
  | 'listPersonRelations'
  | 'postPersonRelation'
  | 'patchPersonRelation'
  | 'deletePersonRelation'
  | 'listOrganisationRelations'
  | 'postOrganisationRelation'
  | 'patchOrganisationRelation'
  | 'deleteOrganisationRelation'
  | 'listRelationKinds'
  | 'postRelationKind'
  | 'patchRelationKind'
  | 'deleteRelationKind'
  | 'listRelationRules'
  | 'postRelationRule'
  | 'previewRelationRule'
  | 'patchRelationRule'
  | 'deleteRelationRule'
  | 'listRelationProposals'
  | 'postRelationProposal'
  | 'postRelationSearch'
  | 'listPersonTies'
  | 'listTieActivities'
  | 'listOrganisationTies'

interface Asked {
  caller: Caller
  context: HttpContext
}

/** What people and organisations are to us, by whom, by rule or as proposed; and ties between people. */
export const relationHandlers: Handlers<Names> = {
  listPersonRelations: (call) => relationsOf(call, { personId: call.params.id }),
  postPersonRelation: (call) => add(call, { personId: call.params.id }),
  patchPersonRelation: (call) => patch(call, { personId: call.params.id }),
  deletePersonRelation: (call) => remove(call, { personId: call.params.id }),
  listOrganisationRelations: (call) => relationsOf(call, { organisationId: call.params.id }),
  postOrganisationRelation: (call) => add(call, { organisationId: call.params.id }),
  patchOrganisationRelation: (call) => patch(call, { organisationId: call.params.id }),
  deleteOrganisationRelation: (call) => remove(call, { organisationId: call.params.id }),
  listRelationKinds: async (call) => ({ items: await inWorkspace(call, listRelationKinds) }),
  postRelationKind: (call) =>
    inWorkspace(call, (tx) => addRelationKind(tx, call.body, changeBy(call))),
  patchRelationKind: (call) =>
    inWorkspace(call, (tx) => patchRelationKind(tx, call.params.id, call.body, changeBy(call))),
  deleteRelationKind: async (call) => {
    await inWorkspace(call, (tx) => removeRelationKind(tx, call.params.id, changeBy(call)))
    return undefined
  },
  listRelationRules: async (call) => ({ items: await inWorkspace(call, listRelationRules) }),
  // A rule looks at everybody: in the pool that may take longer.
  postRelationRule: (call) =>
    inBackground(call, (tx) => addRelationRule(tx, call.body, changeBy(call), cardLook)),
  previewRelationRule: (call) =>
    inBackground(call, (tx) => previewRelationRule(tx, call.body, call.context.now(), cardLook)),
  patchRelationRule: (call) =>
    inBackground(call, (tx) =>
      patchRelationRule(tx, call.params.id, call.body, changeBy(call), cardLook),
    ),
  deleteRelationRule: async (call) => {
    await inBackground(call, (tx) => removeRelationRule(tx, call.params.id, changeBy(call)))
    return undefined
  },
  listRelationProposals: (call) =>
    inWorkspace(call, (tx) => listProposals(tx, call.query, call.query)),
  postRelationProposal: async (call) => {
    const { params, body } = call
    await inWorkspace(call, (tx) => decideProposal(tx, params.id, body.verdict, changeBy(call)))
    return undefined
  },
  postRelationSearch: (call) => searchRelations(call.context.door, changeBy(call), cardLook),
  listPersonTies: (call) =>
    inWorkspace(call, (tx) => listPersonTies(tx, call.params.id, call.query, call.context.now())),
  listTieActivities: async (call) => {
    const { params, query, caller, context } = call
    const { items, next } = await inWorkspace(call, (tx) =>
      listTieActivities(tx, params, query.by, query),
    )
    return { items: await nameCorrectors(items, caller, context), next }
  },
  listOrganisationTies: (call) =>
    inWorkspace(call, (tx) =>
      listOrganisationTies(tx, call.params.id, call.query.limit, call.context.now()),
    ),
}

type Of = Parameters<typeof listRelations>[1]
type Entry = Awaited<ReturnType<typeof listRelations>>[number]

async function relationsOf(call: Asked, of: Of) {
  const entries = await inWorkspace(call, (tx) => listRelations(tx, of))
  return { items: await named(call, entries) }
}

async function add(call: Asked & { body: Parameters<typeof addRelation>[2] }, of: Of) {
  return nameOne(
    call,
    await inWorkspace(call, (tx) => addRelation(tx, of, call.body, changeBy(call))),
  )
}

type PatchCall = Asked & {
  params: { relation: string }
  body: Parameters<typeof patchRelation>[3]
}

async function patch(call: PatchCall, of: Of) {
  const { params, body } = call
  const work = (tx: Transaction) => patchRelation(tx, of, params.relation, body, changeBy(call))
  return nameOne(call, await inWorkspace(call, work))
}

async function remove(call: Asked & { params: { relation: string } }, of: Of) {
  await inWorkspace(call, (tx) => removeRelation(tx, of, call.params.relation, changeBy(call)))
  return undefined
}

async function nameOne(call: Asked, entry: Entry) {
  const [one] = await named(call, [entry])
  return one ?? { ...entry, confirmedBy: null }
}

async function named(call: Asked, entries: readonly Entry[]) {
  const names = await memberNames(
    call,
    entries.map(({ confirmedBy }) => confirmedBy),
  )
  return entries.map((entry) => ({ ...entry, confirmedBy: names(entry.confirmedBy) }))
}

/** A member of this id with the name, for whoever shows several. */
export async function memberNames(
  { caller, context }: Asked,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { id: string; name: string | null } | null> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const { door } = context
  const names =
    wanted.length === 0 ? new Map() : await nameMembers(door, caller.workspaceId, wanted)
  return (id) => (id === null ? null : { id, name: names.get(id) ?? null })
}

export function inWorkspace<T>(
  { caller, context }: Asked,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return context.door.inWorkspace(caller.workspaceId, work)
}

function inBackground<T>(
  { caller, context }: Asked,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return context.door.inWorkspace(caller.workspaceId, work, 'background')
}

export function changeBy({ caller, context: { now, random } }: Asked): ChangeInWorkspace {
  return { authorId: caller.userId, workspaceId: caller.workspaceId, now: now(), random }
}
