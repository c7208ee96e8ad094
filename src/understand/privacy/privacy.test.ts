import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { appendAudit, verifyAudit } from '#store/audit-chain.ts'
import { changeIn } from '#test/change.ts'
import { AKANE, makePrivacyWorld, type PrivacyWorld } from '#test/privacy-world.ts'
import { makeWorkspace, newId, randomBytes, type TestWorkspace } from '#test/workspace.ts'
import {
  addRequest,
  changePrivacySetting,
  changeRequest,
  checkDerived,
  closeContact,
  contactRulesOf,
  dropOldAccesses,
  erasePerson,
  listAccesses,
  listRequests,
  mayContact,
  noteAccess,
  openContact,
  parseTombstones,
  patchPerson,
  readPrivacyOverview,
  readTombstones,
  recordConsent,
  replayTombstones,
  withdrawConsent,
} from '../index.ts'

async function person({ id: ws, run }: TestWorkspace, mergedInto: string | null = null) {
  const id = newId()
  await run((tx) =>
    sql`insert into person (workspace_id, id, display_name, sort_key, merged_into)
      values (${ws}, ${id}, 'P', 'P', ${mergedInto})`.execute(tx),
  )
  return id
}

describe('whom one may contact', () => {
  it('is nobody who said no, by mail only who agreed, and one answer for merged people', async () => {
    const workspace = await makeWorkspace()
    const { run } = workspace
    const change = () => changeIn(workspace)
    const [root, other] = [await person(workspace), await person(workspace)]
    const merged = await person(workspace, root)
    const ask = async (channel: 'mail' | 'phone') => {
      const answers = await run((tx) => mayContact(tx, [root, merged, other], channel))
      return [root, merged, other].map((id) => answers.get(id))
    }
    expect(await ask('mail')).toEqual(['no-consent', 'no-consent', 'no-consent'])
    expect(await ask('phone')).toEqual(['yes', 'yes', 'yes'])
    const consent = { channel: 'mail', givenAt: new Date(), how: 'paper', textShown: 'x' } as const
    const given = await run((tx) => recordConsent(tx, merged, consent, change()))
    expect(await ask('mail')).toEqual(['yes', 'yes', 'no-consent'])
    // What was said of the merged one before it was merged holds for both.
    await run((tx) => sql`update contact_consent set person_id = ${merged}`.execute(tx))
    expect(await ask('mail')).toEqual(['yes', 'yes', 'no-consent'])
    const [closed] = await run((tx) =>
      closeContact(tx, root, { channel: 'phone', reason: 'asked' }, change()),
    )
    await run((tx) => closeContact(tx, root, { channel: 'phone', reason: 'again' }, change()))
    expect(await ask('phone')).toEqual(['do-not-contact', 'do-not-contact', 'yes'])
    expect(await ask('mail')).toEqual(['yes', 'yes', 'no-consent'])
    await run((tx) => openContact(tx, root, closed?.id ?? '', change()))
    await run((tx) => closeContact(tx, merged, { channel: 'all', reason: 'x' }, change()))
    expect(await ask('mail')).toEqual(['do-not-contact', 'do-not-contact', 'no-consent'])
    await run((tx) => withdrawConsent(tx, root, given, change()))
    const rules = await run((tx) => contactRulesOf(tx, merged))
    expect(rules.consents[0]?.withdrawnAt).not.toBeNull()
    expect(rules.mayContact.visit).toBe('do-not-contact')
    const twice = run((tx) => openContact(tx, root, closed?.id ?? '', change()))
    await expect(twice).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('requests of people', () => {
  it('are due after the days that the workspace gives itself, overdue behind, and answered once', async () => {
    const workspace = await makeWorkspace()
    const { run } = workspace
    const change = () => changeIn(workspace)
    const ask = (receivedOn: string) =>
      run((tx) => addRequest(tx, { kind: 'disclosure', requester: 'A', receivedOn }, change()))
    expect(await ask('2026-02-20')).toMatchObject({ dueOn: '2026-03-06', isOverdue: true })
    await run((tx) => changePrivacySetting(tx, { answerDays: 3 }, change()))
    const second = await ask('2026-12-30')
    expect(second.dueOn).toBe('2027-01-02')
    const now = new Date('2027-01-02T14:59:59Z')
    const list = (state: 'open' | 'answered', at = now) =>
      run((tx) => listRequests(tx, { state }, { limit: 10 }, at))
    expect((await list('open')).items.map((one) => one.isOverdue)).toEqual([true, false])
    // In Tokyo the next day has begun.
    const later = await list('open', new Date('2027-01-02T15:00:00Z'))
    expect(later.items.map((one) => one.isOverdue)).toEqual([true, true])
    const [first, next] = [
      await run((tx) => listRequests(tx, { state: 'open' }, { limit: 1 }, now)),
      await run(async (tx) => {
        const { next: cursor } = await listRequests(tx, { state: 'open' }, { limit: 1 }, now)
        return listRequests(tx, { state: 'open' }, { limit: 1, cursor: cursor ?? '' }, now)
      }),
    ]
    expect([first.items[0]?.dueOn, next.items[0]?.dueOn]).toEqual(['2026-03-06', '2027-01-02'])
    await run((tx) =>
      changeRequest(tx, second.id, { isIdentityChecked: true, outcome: 'granted' }, change()),
    )
    const again = run((tx) => changeRequest(tx, second.id, { note: 'x' }, change()))
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    expect((await list('answered')).items).toMatchObject([{ id: second.id, outcome: 'granted' }])
    const overview = await run((tx) => readPrivacyOverview(tx, now))
    expect(overview).toMatchObject({ answerDays: 3, openRequests: 1, overdueRequests: 1 })
  })
})

describe('the access log', () => {
  it('notes who looked once an hour, and drops what is older than a year', async () => {
    const workspace = await makeWorkspace()
    const personId = await person(workspace)
    const look = (at: string, kind: 'viewed' | 'exported' = 'viewed') =>
      workspace.run((tx) =>
        noteAccess(tx, {
          ...{ workspaceId: workspace.id, personId, memberId: null, isKey: true, kind },
          ...{ now: new Date(at), random: randomBytes },
        }),
      )
    await look('2026-01-01T00:10:00Z')
    await look('2026-01-01T00:50:00Z')
    await look('2026-01-01T00:55:00Z', 'exported')
    await look('2026-01-01T01:00:00Z')
    const seen = (cursor?: string) =>
      workspace.run((tx) => listAccesses(tx, personId, { limit: 2, ...(cursor && { cursor }) }))
    const first = await seen()
    expect(first.items.map((one) => one.at)).toEqual([
      '2026-01-01T01:00:00.000Z',
      '2026-01-01T00:55:00.000Z',
    ])
    expect((await seen(first.next ?? '')).items).toMatchObject([{ kind: 'viewed', isKey: true }])
    await workspace.run((tx) => dropOldAccesses(tx, new Date('2027-01-01T00:30:00Z')))
    expect((await seen()).items).toHaveLength(1)
  })
})

describe('the audit chain', () => {
  it('holds after values are erased, and breaks where anything was changed', async () => {
    const workspace = await makeWorkspace()
    const { run } = workspace
    const personId = await person(workspace)
    await run((tx) => patchPerson(tx, personId, { familyName: '山田' }, changeIn(workspace)))
    await run((tx) => patchPerson(tx, personId, { familyName: '田中' }, changeIn(workspace)))
    const entry = { action: 'x', values: [{ personId, value: 'y' }] }
    await run((tx) => appendAudit(tx, changeIn(workspace), entry))
    const sound = { entries: 3, values: 5, erased: 0, brokenAt: null }
    expect(await run(verifyAudit)).toEqual(sound)
    const tamper = (statement: string) =>
      run(async (tx) => {
        await sql.raw('set local role none').execute(tx)
        await sql.raw(`${statement} and workspace_id = '${workspace.id}'`).execute(tx)
        await sql.raw('set local role enishi_app').execute(tx)
        const verdict = await verifyAudit(tx)
        throw Object.assign(new Error('rolled back'), { verdict })
      }).catch((error: { verdict: { brokenAt: number | null } }) => error.verdict.brokenAt)
    expect(await tamper(`update enishi.audit_value set value = 'other' where seq = 2`)).toBe(2)
    await run((tx) => sql`delete from audit_value where person_id = ${personId}`.execute(tx))
    expect(await run(verifyAudit)).toEqual({ ...sound, values: 0, erased: 5 })
    const change = run((tx) => sql`update audit_entry set action = 'z'`.execute(tx))
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('a restored database', () => {
  let world: PrivacyWorld
  beforeAll(async () => {
    world = await makePrivacyWorld()
  })

  it('forgets again whom the tombstones name', async () => {
    const { workspace, akane } = world
    const name = AKANE.displayName ?? ''
    const text = await workspace
      .run(async (tx) => {
        await erasePerson(tx, akane, name, changeIn(workspace))
        // The backup is older: nothing of the erasure was in it.
        throw Object.assign(new Error(), { file: await readTombstones(tx, workspace.id) })
      })
      .catch(({ file }: { file: object }) => JSON.stringify(file))
    expect(text).not.toContain('akane')
    const file = parseTombstones(text)
    const replay = () => workspace.run((tx) => replayTombstones(tx, file, changeIn(workspace)))
    expect(await replay()).toEqual({ tombstones: file.tombstones.length, erased: 1 })
    expect(await replay()).toMatchObject({ erased: 0 })
    const left = await workspace.run((tx) => tx.selectFrom('person').select('id').execute())
    expect(left).toEqual([{ id: world.bystander }])
    expect(await workspace.run(checkDerived)).toEqual([])
    const again = await workspace.run((tx) => readTombstones(tx, workspace.id))
    expect(again.tombstones).toEqual(file.tombstones)
  })

  it('refuses what is no file of tombstones', () => {
    expect(() => parseTombstones('{"format": "x"}')).toThrow(/no file of tombstones/)
    expect(() => parseTombstones('nothing')).toThrow(/no file of tombstones/)
  })
})
