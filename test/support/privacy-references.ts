import type { Transaction } from '#store/door.ts'
import {
  addRequest,
  closeContact,
  contactRulesOf,
  doNotContactOf,
  listProvisions,
  listRequests,
  recordConsent,
  recordProvision,
  resumeUse,
  stopUse,
} from '#understand/index.ts'
import { changeIn } from './change.ts'
import type { TestWorkspace } from './workspace.ts'

type Reader = (tx: Transaction, id: string) => Promise<string[]>

/** The readers of what people may be asked and told, by foreign key. */
export const PRIVACY_READERS: Record<string, Record<string, Reader>> = {
  'do_not_contact.person_id': {
    'whom nobody may contact': async (tx, id) =>
      (await doNotContactOf(tx, id)).map((one) => one.reason),
  },
  'use_stop.person_id': {
    'whose use was stopped': async (tx, id) =>
      (await contactRulesOf(tx, id)).useStops.map((one) => one.reason),
  },
  'contact_consent.person_id': {
    'what they agreed to': async (tx, id) =>
      (await contactRulesOf(tx, id)).consents.map((one) => one.textShown),
  },
  'privacy_request.person_id': {
    'what they asked for': async (tx, id) =>
      (await listRequests(tx, { state: 'open', person: id }, { limit: 100 }, new Date())).items.map(
        (one) => one.requester,
      ),
  },
  'third_party_provision.person_id': {
    'to whom what was given': async (tx, id) =>
      (await listProvisions(tx, id)).map((one) => one.recipient),
  },
}

/** A rule, a consent, a request and a provision of the person, told apart by a word. */
export async function plantPrivacy(workspace: TestWorkspace, person: string, word: string) {
  const { run } = workspace
  const change = () => changeIn(workspace)
  await run((tx) => closeContact(tx, person, { channel: 'all', reason: word }, change()))
  const [stop] = await run((tx) => stopUse(tx, person, { reason: word }, change()))
  const lifted = { id: stop?.id ?? '', because: word }
  await run((tx) => resumeUse(tx, person, lifted, change()))
  const consent = { channel: 'mail', givenAt: new Date(), how: 'paper', textShown: word } as const
  await run((tx) => recordConsent(tx, person, consent, change()))
  const request = { kind: 'erasure', person, requester: word, receivedOn: '2026-09-01' } as const
  await run((tx) => addRequest(tx, request, change()))
  const provided = { providedOn: '2026-09-01', items: 'name', basis: 'law', note: null } as const
  await run((tx) => recordProvision(tx, person, { ...provided, recipient: word }, change()))
}
