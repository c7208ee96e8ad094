import {
  getDeal,
  listContacts,
  listDeals,
  listNotes,
  listTasks,
  readTimeline,
  scopeOfPerson,
  type TimelineItem,
  type TimelineKind,
} from '#engage/index.ts'
import { listActivities, listOutcomes } from '#listen/index.ts'
import type { Transaction } from '#store/door.ts'
import { CANDIDATE_READERS } from '#test/candidate-references.ts'
import { KEPT_READERS, type KeptWorld } from '#test/kept.ts'
import { LINK_READERS } from '#test/link-references.ts'
import { PRIVACY_READERS } from '#test/privacy-references.ts'
import type { TestWorkspace } from '#test/workspace.ts'
import {
  exportPeople,
  getOrganisation,
  getPerson,
  listFieldChanges,
  listContacts as listLogged,
  listMembersOf,
  listMerges,
  listPeople,
  listProposals,
  listRelations,
  readPersonJourneys,
} from '#understand/index.ts'

/**
 * What a real reader answers for a person, as marks: of two merged people it answers the marks of
 * both, whichever id it is asked with; of two that were taken apart again, each one's own.
 */
export type Reader = (tx: Transaction, id: string, world: World) => Promise<string[]>

/**
 * Every foreign key to a person with the readers that must resolve it. Whoever adds such a key adds
 * its line, and rows for both people to `plantReferences`.
 */
export const READERS: Record<string, Record<string, Reader>> = {
  'handle_ownership.person_id': {
    'accounts of the person': async (tx, id) =>
      (await getPerson(tx, id)).handles.map((one) => one.externalId),
    'why accounts are theirs': async (tx, id) =>
      (await getPerson(tx, id)).ownerships.map((one) => one.handleId),
    timeline: async (tx, id) => (await lineOf(tx, id, 'activity')).map((one) => one.id),
    'posts?person=': async (tx, id) =>
      (await listActivities(tx, { person: id, kind: 'all' }, PAGE)).items.map((one) => one.id),
    'outcomes?person=': async (tx, id) =>
      (await listOutcomes(tx, { person: id }, PAGE)).items.map((one) => one.id),
    'names of authors': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listActivities(tx, { kind: 'post' }, PAGE)
      return items.filter(({ actor }) => actor.personId === root).map((one) => one.id)
    },
    'list of contacts': async (tx, id) =>
      (await exported(tx, id)).flatMap(({ handles }) => handles.map((one) => one.externalId)),
  },
  'person.merged_into': {
    'search by a name': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      return among(['Anna', 'Berta'], async (q) =>
        isListed(await listPeople(tx, { q, sort: 'name' }, PAGE), root),
      )
    },
  },
  'person_summary.person_id': {
    'figures of the person': async (tx, id) => times((await getPerson(tx, id)).activities),
  },
  'root_summary.person_id': {
    'people by posts': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listPeople(tx, { sort: 'posts' }, PAGE)
      return times(items.find((one) => one.id === root)?.posts ?? 0)
    },
  },
  'journey_stage.person_id': {
    'people at a stage': async (tx, id, { topic }) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listPeople(tx, { topic, sort: 'name' }, PAGE)
      return items.filter((one) => one.id === root).flatMap((one) => times(one.posts))
    },
  },
  'journey_move.person_id': {
    'journey of the person': async (tx, id) =>
      (await readPersonJourneys(tx, id)).flatMap(({ moves }) =>
        moves.map(({ shownBy }) => shownBy.id),
      ),
  },
  'affiliation.person_id': {
    'organisations of the person': async (tx, id) =>
      (await getPerson(tx, id)).affiliations.map((one) => one.organisation.name),
    'people of the organisation': async (tx, id, { organisations }) => {
      const root = (await getPerson(tx, id)).id
      return among(organisations, async (one) =>
        (await getOrganisation(tx, one)).members.some(({ person }) => person.id === root),
      )
    },
    'people?organisation=': async (tx, id, { organisations }) => {
      const root = (await getPerson(tx, id)).id
      return among(organisations, async (organisation) =>
        isListed(await listPeople(tx, { organisation, sort: 'last' }, PAGE), root),
      )
    },
    'list of contacts': async (tx, id) =>
      (await exported(tx, id)).flatMap((one) => one.affiliations.map((at) => at.organisation)),
  },
  'relation.person_id': {
    'relations of the person': async (tx, id) => (await getPerson(tx, id)).relations,
    'relations with their dates': async (tx, id) =>
      (await listRelations(tx, { personId: id })).map(({ kind }) => kind),
    'people of the organisation': async (tx, id, { organisations }) => {
      const root = (await getPerson(tx, id)).id
      const found = new Set<string>()
      for (const one of organisations) {
        for (const { person } of (await getOrganisation(tx, one)).members) {
          if (person.id === root) for (const kind of person.relations) found.add(kind)
        }
      }
      return [...found]
    },
    timeline: async (tx, id) => (await lineOf(tx, id, 'relation')).map(({ relation }) => relation),
    'members of programmes': async (tx, id, { programmes }) => {
      const root = (await getPerson(tx, id)).id
      return among(programmes, async (one) => (await memberOf(tx, one, root)) !== undefined)
    },
    'people?relation=': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      return among(['customer', 'media'] as const, async (relation) =>
        isListed(await listPeople(tx, { relation, sort: 'last' }, PAGE), root),
      )
    },
    'list of contacts': async (tx, id) =>
      (await exported(tx, id)).flatMap(({ relations }) => relations.map(({ kind }) => kind)),
  },
  'person_merge.keep_id': {
    'merges of the person': async (tx, id, { earlier }) =>
      (await listMerges(tx, id)).items
        .map((one) => one.merged.id)
        .filter((merged) => earlier.includes(merged)),
  },
  'person_merge.merged_id': {
    timeline: async (tx, id, { earlier }) =>
      (await lineOf(tx, id, 'merge')).flatMap((one) =>
        earlier.includes(one.merged.id) ? [one.id] : [],
      ),
    'merges of the person': async (tx, id, { earlier }) =>
      (await listMerges(tx, id)).items.flatMap((one) =>
        earlier.includes(one.merged.id) ? [one.id] : [],
      ),
  },
  'person_not_same.first_id': {
    'who is not the same': (tx, id, { strangers }) => othersThan(tx, id, strangers),
  },
  'person_not_same.second_id': {
    'who is not the same': (tx, id, { strangers }) => othersThan(tx, id, strangers),
  },
  ...CANDIDATE_READERS,
  ...KEPT_READERS,
  ...LINK_READERS,
  ...PRIVACY_READERS,
  'person_field_change.person_id': {
    'what changed': async (tx, id) =>
      (await listFieldChanges(tx, id, PAGE)).items
        // What the merge itself wrote is no news of either.
        .filter(({ mergeId }) => mergeId === null)
        .map(({ to }) => to ?? ''),
  },
  'deal_person.person_id': {
    'deals?person=': async (tx, id) =>
      (await listDeals(tx, { person: id, sort: 'name' }, PAGE)).items.map(({ name }) => name),
    'people of the deal': async (tx, id, { deals }) => {
      const root = (await getPerson(tx, id)).id
      return among(deals, async (deal) =>
        (await getDeal(tx, deal)).people.some((one) => one.id === root),
      )
    },
    timeline: async (tx, id) => (await lineOf(tx, id, 'deal')).map(({ deal }) => deal.name),
  },
  'task.person_id': {
    'tasks?person=': async (tx, id) =>
      (await listTasks(tx, { ...TASKS, person: id }, PAGE, new Date())).items.map(titleOf),
    'whom it is about': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listTasks(tx, TASKS, PAGE, new Date())
      return items.filter(({ about }) => about?.id === root).map(titleOf)
    },
    timeline: async (tx, id) => (await lineOf(tx, id, 'task')).map(titleOf),
  },
  'note.person_id': {
    'notes?person=': async (tx, id) =>
      (await listNotes(tx, { person: id }, PAGE)).items.map(({ text }) => text),
    'whom it is about': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listNotes(tx, {}, PAGE)
      return items.filter(({ about }) => about?.id === root).map(({ text }) => text)
    },
    timeline: async (tx, id) => (await lineOf(tx, id, 'note')).map(({ text }) => text),
  },
  'contact_person.person_id': {
    'contacts?person=': async (tx, id) =>
      (await listContacts(tx, { person: id }, PAGE)).items.map(({ summary }) => summary),
    'who was there': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listContacts(tx, {}, PAGE)
      return items.filter(({ people }) => people.some((one) => one.id === root)).map(({ id }) => id)
    },
    timeline: async (tx, id) => (await lineOf(tx, id, 'contact')).map(({ summary }) => summary),
    'contacts in programmes': (tx, id, { programmes }) => logged(tx, id, programmes, 'phone'),
  },
  'relation_proposal.person_id': {
    'proposals?person=': async (tx, id) =>
      (await listProposals(tx, { person: id }, PAGE)).items.map(({ kind }) => kind),
    'of whom it is said': async (tx, id) => {
      const root = (await getPerson(tx, id)).id
      const { items } = await listProposals(tx, {}, PAGE)
      return items.filter(({ person }) => person.id === root).map(({ kind }) => kind)
    },
  },
  'programme_member.person_id': {
    'rhythm of their own': async (tx, id, { programmes }) => {
      const root = (await getPerson(tx, id)).id
      return among(programmes, async (one) => {
        const rhythm = (await memberOf(tx, one, root))?.rhythmDays ?? USUAL_DAYS
        return rhythm !== USUAL_DAYS
      })
    },
  },
  'programme_contact.person_id': {
    'contacts in programmes': (tx, id, { programmes }) => logged(tx, id, programmes, null),
    'what we last gave back': async (tx, id, { programmes }) => {
      const root = (await getPerson(tx, id)).id
      return among(programmes, async (one) => {
        const thanks = (await memberOf(tx, one, root))?.lastThanks ?? null
        return thanks !== null
      })
    },
  },
}

const PAGE = { limit: 100 }
const TASKS = { state: 'all', sort: 'new' } as const
/** The rhythm of the programmes planted. */
export const USUAL_DAYS = 30

const titleOf = ({ title }: { title: string }) => title

/** The items of one kind in the timeline of a person. */
async function lineOf<Kind extends TimelineKind>(tx: Transaction, id: string, kind: Kind) {
  const scope = await scopeOfPerson(tx, id)
  const { items } = await readTimeline(tx, scope, { ...PAGE, kind: [kind] }, new Date())
  return items.filter((one): one is Extract<TimelineItem, { kind: Kind }> => one.kind === kind)
}

async function memberOf(tx: Transaction, programme: string, root: string) {
  const { items } = await listMembersOf(tx, programme, {}, PAGE, new Date())
  return items.find(({ of }) => of.id === root)
}

/** What was logged of the person in any programme, in this way; null for in the programme itself. */
async function logged(
  tx: Transaction,
  id: string,
  programmes: readonly string[],
  by: 'phone' | null,
): Promise<string[]> {
  const found = new Set<string>()
  for (const one of programmes) {
    const { items } = await listLogged(tx, one, { person: id }, PAGE)
    for (const contact of items) if (contact.by === by) found.add(contact.what ?? '')
  }
  return [...found]
}

/** Those that hold, asked one after the other. */
async function among<One extends string>(
  all: readonly One[],
  holds: (one: One) => Promise<boolean>,
): Promise<string[]> {
  const found: string[] = []
  for (const one of all) if (await holds(one)) found.push(one)
  return found
}

function isListed({ items }: { items: { id: string }[] }, id: string): boolean {
  return items.some((one) => one.id === id)
}

function times(count: number): string[] {
  return Array.from({ length: count }, () => 'one')
}

async function exported(tx: Transaction, id: string) {
  const { displayName } = await getPerson(tx, id)
  return (await exportPeople(tx, null)).items.filter((one) => one.displayName === displayName)
}

async function othersThan(tx: Transaction, id: string, strangers: string[]): Promise<string[]> {
  const { notSame } = await listMerges(tx, id)
  return notSame.map(({ person }) => person.id).filter((other) => strangers.includes(other))
}

export interface World extends KeptWorld {
  workspace: TestWorkspace
  /** Two people of whom everything is known. */
  anna: string
  berta: string
  topic: string
  organisations: string[]
  deals: string[]
  programmes: string[]
  /** Who had been merged into the two before. */
  earlier: string[]
  /** Who is said to be another than the two. */
  strangers: string[]
}
