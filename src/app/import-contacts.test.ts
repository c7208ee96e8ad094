import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { undoDeals } from '#engage/index.ts'
import { guessColumns, listRefusals } from '#listen/index.ts'
import { changeIn } from '#test/change.ts'
import { importBytes } from '#test/import-text.ts'
import { testListening } from '#test/listening.ts'
import { makeWorkspace, type TestWorkspace } from '#test/workspace.ts'
import {
  beginUndo,
  contactRulesOf,
  listPeople,
  openContact,
  undoImport,
} from '#understand/index.ts'
import { systemRandom } from './listening.ts'

const SALESFORCE = `Salutation,First Name,Last Name,Account Name,Mailing Street,Phone,Mobile,Email,Email Opt Out,Do Not Call,Contact ID
,花子,速水,株式会社青海,x,03-1234-5678,090-1234-5678,hanako@example.com,1,0,c1
,一郎,久我,株式会社青海,x,03-1234-5678,,"kuga@example.com; kuga@example.net",0,1,c2
,次郎,三枝,株式会社青海,x,番号不明,080-1111-2222,,0,0,c3
`

async function importPeople(workspace: TestWorkspace, text: string, fileName = 'people.csv') {
  const listening = await testListening()
  const more = { fileName, scope: 'crm' }
  return importBytes(listening, workspace, 'people-csv', Buffer.from(text), more)
}

async function peopleOf(workspace: TestWorkspace) {
  const { items } = await workspace.run((tx) => listPeople(tx, { sort: 'name' }, { limit: 50 }))
  return new Map(items.map((person) => [person.familyName ?? person.displayName, person]))
}

describe('contact details in lists', () => {
  it('are guessed from the columns of CRMs and business cards', () => {
    const guess = (header: string) => guessColumns(header.split(','), [], 'people-csv')
    expect(guess('氏名,電話番号,携帯電話番号,FAX番号,メールアドレス,メール配信停止')).toMatchObject(
      {
        ...{ phone: '電話番号', mobile: '携帯電話番号', email: 'メールアドレス' },
        doNotMail: 'メール配信停止',
      },
    )
    expect(
      guess('Full Name,Phone Number,Mobile Phone Number,Email,Unsubscribed from all email'),
    ).toMatchObject({
      ...{ phone: 'Phone Number', mobile: 'Mobile Phone Number', email: 'Email' },
      doNotMail: 'Unsubscribed from all email',
    })
    const sansan = '名刺ID,会社名,部署名,役職,氏名,e-mail,会社電話番号,携帯電話,名刺交換日'
    expect(guess(sansan)).toMatchObject({ phone: '会社電話番号', mobile: '携帯電話' })
    const eight = guess('会社名,氏名,TEL会社,TEL直通,携帯電話,FAX,電話メモ')
    expect(eight).toMatchObject({ mobile: '携帯電話' })
    expect(['TEL会社', 'TEL直通']).toContain(eight.phone)
    expect(guess('name,HasOptedOutOfEmail,DoNotCall,Fax')).not.toHaveProperty('phone')
    expect(guess('name,HasOptedOutOfEmail,DoNotCall')).toMatchObject({
      ...{ doNotMail: 'HasOptedOutOfEmail', doNotCall: 'DoNotCall' },
    })
  })

  it('are kept as E.164; colleagues on one line stay two, and a bad number keeps nobody out', async () => {
    const workspace = await makeWorkspace()
    const { tally, id } = await importPeople(workspace, SALESFORCE)
    expect(tally).toMatchObject({ read: 3, new: 3, refused: 0 })
    const people = await peopleOf(workspace)
    expect(people.size).toBe(3)
    const shown = (name: string) =>
      people
        .get(name)
        ?.handles.map(
          ({ platform, username, externalId }) => `${platform} ${username ?? externalId}`,
        )
    expect(shown('速水')).toEqual(
      expect.arrayContaining([
        'mail hanako@example.com',
        'phone +819012345678',
        'phone +81312345678',
      ]),
    )
    expect(shown('久我')).toEqual(
      expect.arrayContaining([
        'mail kuga@example.com',
        'mail kuga@example.net',
        'phone +81312345678',
      ]),
    )
    expect(shown('三枝')).toContain('phone +818011112222')
    const noted = await workspace.run((tx) => listRefusals(tx, id, 0, 10))
    expect(JSON.stringify(noted)).toContain('番号不明')
    expect((await importPeople(workspace, SALESFORCE, 'again.csv')).tally).toMatchObject({
      ...{ read: 3, duplicate: 3 },
    })
  })
})

describe('who may be contacted', () => {
  it('comes with the list, and no list opens or says again what a member lifted', async () => {
    const workspace = await makeWorkspace()
    await importPeople(workspace, SALESFORCE)
    const people = await peopleOf(workspace)
    const rules = (name: string) =>
      workspace.run((tx) => contactRulesOf(tx, people.get(name)?.id ?? ''))
    expect((await rules('速水')).mayContact).toMatchObject({ mail: 'do-not-contact', phone: 'yes' })
    const kuga = await rules('久我')
    expect(kuga.mayContact).toMatchObject({ mail: 'no-consent', phone: 'do-not-contact' })
    expect(kuga.doNotContact).toMatchObject([{ channel: 'phone', reason: 'Do Not Call: 1' }])
    // Unticked, the box opens nothing.
    await importPeople(workspace, SALESFORCE.replace(',1,0,c1', ',0,0,c1'), 'unticked.csv')
    const closed = (await rules('速水')).doNotContact
    expect(closed).toMatchObject([{ channel: 'mail' }])
    await workspace.run((tx) =>
      openContact(tx, people.get('速水')?.id ?? '', closed[0]?.id ?? '', changeIn(workspace)),
    )
    await importPeople(workspace, SALESFORCE, 'ticked.csv')
    expect((await rules('速水')).doNotContact).toEqual([])
  })

  it('is read again as lists of ours write it, and goes with an import that is undone', async () => {
    const workspace = await makeWorkspace()
    const text = `name,email,phone,do_not_contact,consent
速水 花子,a@example.com,,mail;phone,
久我 一郎,b@example.com,,,mail
三枝 次郎,c@example.com,,all,
四方 三郎,d@example.com,,なんとなく,
`
    const { id } = await importPeople(workspace, text)
    const people = await peopleOf(workspace)
    const may = async (name: string) => {
      const person = people.get(name)?.id ?? ''
      return (await workspace.run((tx) => contactRulesOf(tx, person))).mayContact
    }
    expect(await may('速水')).toMatchObject({
      mail: 'do-not-contact',
      phone: 'do-not-contact',
      visit: 'yes',
    })
    expect(await may('久我')).toMatchObject({ mail: 'yes' })
    expect(await may('三枝')).toMatchObject({ visit: 'do-not-contact' })
    expect(await may('四方')).toMatchObject({ mail: 'no-consent', phone: 'yes' })
    const listening = await testListening()
    const deals = undoDeals((tx, hearing) => listening.hearIn(tx, hearing))
    const parts = { door: workspace.door, deals, now: () => new Date(), random: systemRandom }
    await workspace.run((tx) => beginUndo(tx, workspace.id, id, parts))
    await undoImport(parts, workspace.id, id)
    expect((await peopleOf(workspace)).size).toBe(0)
    const { rows } = await workspace.run((tx) =>
      sql<{ rows: number }>`select count(*)::integer as rows from do_not_contact`.execute(tx),
    )
    expect(rows).toEqual([{ rows: 0 }])
  })
})
