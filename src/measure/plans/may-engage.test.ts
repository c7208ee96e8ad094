import { describe, expect, it } from 'vitest'
import { type CandidateFacts, type KnownAccount, mayEngage } from './may-engage.ts'

const account: KnownAccount = {
  ...{ handleId: 'h', platform: 'bluesky', kind: 'person', isDeleted: false },
  ...{ isOfOrganisation: false, hasMail: false },
}
const anybody: CandidateFacts = {
  ...{ accounts: [account], isColleague: false, isCompetitor: false },
  ...{ may: { message: 'yes', mail: 'no-consent' }, daysSinceContact: null, contactsInMonth: 0 },
  ...{ isAsked: false, cost: 1 },
}
const limits = { restDays: 14, perMonthMax: 2 }
const asked = (more: Partial<CandidateFacts>, budget?: number) =>
  mayEngage({ ...anybody, ...more }, limits, budget)
const mail = { ...account, platform: 'mail', hasMail: true }

describe('mayEngage', () => {
  it('answers by what and where', () => {
    expect(asked({})).toEqual({ leftOut: null, way: 'message', handleId: 'h' })
    const may = { message: 'yes', mail: 'yes' } as const
    expect(asked({ accounts: [mail], may })).toMatchObject({ way: 'mail' })
  })

  it.each<[string, Partial<CandidateFacts>]>([
    ['not-a-person', { accounts: [{ ...account, kind: 'bot' }] }],
    ['not-a-person', { accounts: [{ ...account, isOfOrganisation: true }] }],
    ['colleague', { isColleague: true }],
    ['competitor', { isCompetitor: true }],
    ['do-not-contact', { may: { message: 'do-not-contact', mail: 'do-not-contact' } }],
    ['do-not-contact', { accounts: [mail], may: { message: 'yes', mail: 'do-not-contact' } }],
    ['no-consent', { accounts: [mail] }],
    ['no-way', { accounts: [{ ...account, platform: 'feed' }] }],
    ['no-way', { accounts: [{ ...account, isDeleted: true }] }],
    ['no-way', { accounts: [] }],
    ['contacted-lately', { daysSinceContact: 13.9 }],
    ['contacted-often', { daysSinceContact: 20, contactsInMonth: 2 }],
    ['already-asked', { isAsked: true }],
  ])('says why somebody is left out: %s', (leftOut, more) => {
    expect(asked(more)).toEqual({ leftOut })
  })

  it('lets limits end when they end', () => {
    expect(asked({ daysSinceContact: 14, contactsInMonth: 1 })).toMatchObject({ leftOut: null })
    expect(asked({ cost: 5 }, 4)).toEqual({ leftOut: 'too-dear' })
    expect(asked({ cost: 5 }, 5)).toMatchObject({ leftOut: null })
  })

  it('puts what somebody said above everything that could be done otherwise', () => {
    const may = { message: 'do-not-contact', mail: 'no-consent' } as const
    expect(asked({ accounts: [account, mail], may })).toEqual({ leftOut: 'do-not-contact' })
  })
})
