import { sql } from 'kysely'
import { addContact, addDeal, addNote, addTask } from '#engage/index.ts'
import { plantCandidate } from '#test/candidate-references.ts'
import { changeIn } from '#test/change.ts'
import { plantKept } from '#test/kept.ts'
import { plantLinks } from '#test/link-references.ts'
import { hear, testChannel, testListening } from '#test/listening.ts'
import { plantPrivacy } from '#test/privacy-references.ts'
import { makeWorkspace, newId, type TestWorkspace } from '#test/workspace.ts'
import {
  addOrganisation,
  addProgramme,
  addToOrganisation,
  addTopic,
  applyTopics,
  addContact as logContact,
  mergePeople,
  patchPerson,
  putMember,
  sayNotSame,
} from '#understand/index.ts'
import type { IncomingActivity } from '#vocabulary/index.ts'
import { USUAL_DAYS, type World } from './reference-readers.ts'

const BEE = 'みつばち号'

function post(n: number, by: string, text: string, more: Partial<IncomingActivity> = {}) {
  return {
    ...({ kind: 'activity', operation: 'create', type: 'Create', platform: 'shop' } as const),
    externalKey: `p${n}`,
    actor: { platform: 'shop', externalId: by, displayName: by },
    publishedAt: new Date(Date.UTC(2026, 8, n)),
    content: { text },
    ...more,
  } satisfies IncomingActivity
}

const purchase = (n: number, by: string): IncomingActivity => {
  const { content: _, ...rest } = post(n, by, '')
  return { ...rest, type: 'Outcome', outcome: { type: 'purchase' } }
}

/** Rows for both people under every foreign key to a person. */
export async function plantReferences(): Promise<World> {
  const workspace = await makeWorkspace()
  const run = workspace.run
  const change = () => changeIn(workspace)
  const topic = (await run((tx) => addTopic(tx, { name: BEE, kind: 'own', aliases: [] }, change())))
    .id
  await applyTopics(workspace.door, workspace.id)
  await hear(await testListening(), workspace, await testChannel(workspace), [
    post(1, 'Anna', `${BEE} 気になる`),
    post(2, 'Berta', `${BEE}と他社を比較中。迷う`),
    ...['C', 'D', 'E', 'F'].map((who, i) => post(3 + i, who, 'x')),
    ...[purchase(10, 'Anna'), purchase(11, 'Berta')],
  ])
  const rows = await run((tx) => tx.selectFrom('person').select(['id', 'display_name']).execute())
  const idOf = (name: string) => rows.find((row) => row.display_name === name)?.id ?? ''
  const [anna, berta] = [idOf('Anna'), idOf('Berta')]
  const organisations: string[] = []
  for (const [person, name] of [
    [anna, 'Acme'],
    [berta, 'Bolt'],
  ] as const) {
    const { id } = await run((tx) => addOrganisation(tx, { name }, change()))
    await run((tx) => addToOrganisation(tx, id, { person }, change()))
    organisations.push(id)
  }
  for (const [person, kind] of [
    [anna, 'customer'],
    [berta, 'media'],
  ]) {
    await run((tx) =>
      sql`insert into relation (workspace_id, id, person_id, kind, source)
        values (${workspace.id}, ${newId()}, ${person}, ${kind}, 'member')`.execute(tx),
    )
  }
  const { deals, programmes } = await plantEngagement(workspace, [anna, berta])
  const [earlier, strangers] = [
    [idOf('C'), idOf('D')],
    [idOf('E'), idOf('F')],
  ]
  for (const [i, person] of [anna, berta].entries()) {
    await run((tx) => patchPerson(tx, person, { nameReading: `reading ${i}` }, change()))
    const wanted = { keep: person, merge: earlier[i] ?? '', origin: 'member' as const }
    await run((tx) => mergePeople(tx, wanted, change()))
    await run((tx) => plantLinks(tx, workspace.id, person))
    await plantPrivacy(workspace, person, `privacy ${i}`)
    const stranger = strangers[1 - i] ?? ''
    await run((tx) => plantCandidate(tx, workspace.id, person, stranger))
    await run((tx) => sayNotSame(tx, person, strangers[i] ?? '', change()))
  }
  const kept = await plantKept(workspace, [anna, berta])
  const engaged = { deals, programmes }
  return { workspace, anna, berta, topic, organisations, earlier, strangers, ...engaged, ...kept }
}

/** What colleagues do: for each of the two a deal, a task, a note, a contact and a programme. */
async function plantEngagement(workspace: TestWorkspace, people: readonly [string, string]) {
  const run = workspace.run
  const change = { ...changeIn(workspace), manages: true }
  const hearing = { ...change, hear: noOutcome }
  const [deals, programmes]: [string[], string[]] = [[], []]
  for (const [i, person] of people.entries()) {
    const name = `of ${i}`
    const about = { kind: 'person', id: person } as const
    const involved = [{ person, role: 'champion' as const }]
    const deal = await run((tx) => addDeal(tx, { name: `deal ${name}`, people: involved }, hearing))
    deals.push(deal.id)
    await run((tx) => addTask(tx, { title: `task ${name}`, about }, change))
    await run((tx) => addNote(tx, { text: `note ${name}`, about }, change))
    const at = '2026-09-20T00:00:00Z'
    const call = { by: 'phone' as const, at, summary: `contact ${name}`, people: [person] }
    await run((tx) => addContact(tx, call, change))
    const kind = i === 0 ? 'customer' : 'media'
    const wanted = { kind, rhythmDays: USUAL_DAYS } as const
    const programme = (await run((tx) => addProgramme(tx, wanted, change))).id
    programmes.push(programme)
    await run((tx) => putMember(tx, programme, { person, rhythmDays: 10 + i }, change))
    const thanks = { person, isThanks: true, what: `thanks ${name}` }
    await run((tx) => logContact(tx, programme, thanks, change))
    const proposed = i === 0 ? 'partner' : 'peer'
    await run((tx) =>
      sql`insert into relation_proposal
          (workspace_id, id, person_id, kind, basis, evidence, proposed_at)
        values (${workspace.id}, ${newId()}, ${person}, ${proposed}, 'role', '{}', now())`.execute(
        tx,
      ),
    )
  }
  return { deals, programmes }
}

/** No deal here is won. */
function noOutcome(): Promise<never> {
  throw new Error('nothing is to be heard')
}
