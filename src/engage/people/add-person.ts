import type { Transaction } from '#store/door.ts'
import { writeEvent } from '#store/outbox.ts'
import {
  type Alike,
  addRelation,
  addToOrganisation,
  ensureOrganisations,
  findAllAlike,
  findOwnersOf,
  getPerson,
  holdPeople,
  patchPerson,
  sayNotSame,
} from '#understand/index.ts'
import {
  type ContactKind,
  EnishiError,
  type IncomingProfile,
  type RelationCode,
} from '#vocabulary/index.ts'
import { addContact } from '../contacts/change-contacts.ts'
import { hearHandles, type PeopleChange } from './hear-handles.ts'

export interface NewPerson {
  /** Names and accounts; at least one account, if only one of our own. */
  profile: IncomingProfile
  organisation?:
    | { name: string; role?: string | undefined; department?: string | undefined }
    | undefined
  relation?: RelationCode | undefined
  firstContact?: { by: ContactKind; at: string; summary: string } | undefined
  /** People who are alike and were seen to be somebody else. */
  others: readonly string[]
}

/**
 * Writes somebody down whom a member has met. Nobody is made twice unseen: an account that is somebody's
 * already, and people who are alike and not among `others`, are a `conflict`; with those among them the
 * new person is said to be not the same. Records `person.added`; answers the id.
 */
export async function addPerson(
  tx: Transaction,
  { profile, organisation, relation, firstContact, others }: NewPerson,
  change: PeopleChange,
): Promise<string> {
  const { workspaceId } = change
  // What is said to be not the same is said while nothing else changes.
  if (others.length > 0) await holdPeople(tx)
  const alike = await findAllAlike(tx, workspaceId, profile)
  await refuseKnown(tx, alike, others)
  const { handle, alsoHandles = [], person = {} } = profile
  await hearHandles(tx, [handle, ...alsoHandles], change)
  const [id, ...strangers] = await findOwnersOf(tx, workspaceId, [handle, ...alsoHandles])
  if (id === undefined || strangers.length > 0) throw belongsElsewhere()
  const { displayName, familyName, givenName, nameReading } = person
  await writeEvent(tx, workspaceId, {
    ...{ name: 'person.added', subjectId: id, authorId: change.authorId },
  })
  const names = { displayName, familyName, givenName, nameReading }
  if (displayName !== undefined) await patchPerson(tx, id, names, change)
  if (organisation !== undefined) await placeAt(tx, id, organisation, change)
  if (relation !== undefined) await addRelation(tx, { personId: id }, { kind: relation }, change)
  if (firstContact !== undefined) await addContact(tx, { ...firstContact, people: [id] }, change)
  for (const { personId } of alike) await sayNotSame(tx, id, personId, change)
  return id
}

/** Throws `conflict` for the owner of an account, and for anybody alike who was not seen. */
async function refuseKnown(
  tx: Transaction,
  alike: readonly Alike[],
  others: readonly string[],
): Promise<void> {
  const owner = alike.find(({ because }) => because === 'account')
  if (owner !== undefined) {
    throw isSomebodys((await getPerson(tx, owner.personId)).displayName)
  }
  const unseen = alike.find(({ personId }) => !others.includes(personId))
  if (unseen !== undefined) throw isAlike((await getPerson(tx, unseen.personId)).displayName)
}

async function placeAt(
  tx: Transaction,
  person: string,
  { name, role, department }: NonNullable<NewPerson['organisation']>,
  change: PeopleChange,
): Promise<void> {
  const { workspaceId, now: at, random } = change
  const made = await ensureOrganisations(tx, { workspaceId, at, random }, [{ name }])
  const [id] = made.values()
  if (id === undefined) return
  await addToOrganisation(tx, id, { person, role, department }, change)
}

/** Refuses a contact detail that is the named person's. */
export function isSomebodys(name: string): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: `This contact detail belongs to ${name} already. Open that person, or merge the two.`,
      ja: `この連絡先はすでに「${name}」のものです。その人物を開くか、二人を統合してください。`,
    },
    { field: 'handle' },
  )
}

function isAlike(name: string): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: `${name} looks like the same person. Add to them, or say that this is somebody else (others).`,
      ja: `「${name}」と同じ人物の可能性があります。その人物に追記するか、別人であることを指定してください（others）。`,
    },
    { field: 'others' },
  )
}

/** A page that somebody else is proved to own, or accounts of several people. */
export function belongsElsewhere(): EnishiError {
  return new EnishiError(
    'conflict',
    {
      en: 'One of these accounts is proved to be somebody else’s. Leave it out, and look for that person.',
      ja: 'アカウントの1つは、別の人物のものと確認されています。それを除いて登録し、その人物を探してください。',
    },
    { field: 'handle' },
  )
}
