import { z } from 'zod'
import {
  CONSENT_WAYS,
  DO_NOT_CONTACT_CHANNELS,
  PRIVACY_REQUEST_KINDS,
  PRIVACY_REQUEST_OUTCOMES,
  PROVISION_BASES,
} from '#vocabulary/index.ts'
import { consent, contactChannel, doNotContact } from './privacy-shapes.ts'
import { mayManage, mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Who may be contacted, what people asked for, to whom data was given, and who looked. */

const TEXT_MAX = 5_000
const count = z.number().int()
const text = z.string().trim().min(1).max(TEXT_MAX)
const may = z.enum(['yes', 'do-not-contact', 'no-consent'])

const request = z.object({
  id: shapes.id,
  kind: z.enum(PRIVACY_REQUEST_KINDS),
  personId: shapes.id.nullable(),
  requester: z.string(),
  receivedOn: shapes.day,
  dueOn: shapes.day,
  identityCheckedAt: shapes.time.nullable(),
  /** Null while it is open. */
  outcome: z.enum(PRIVACY_REQUEST_OUTCOMES).nullable(),
  answeredAt: shapes.time.nullable(),
  answeredBy: shapes.id.nullable(),
  note: z.string().nullable(),
  isOverdue: z.boolean(),
})

const provision = z.object({
  id: shapes.id,
  providedOn: shapes.day,
  recipient: z.string(),
  items: z.string(),
  basis: z.enum(PROVISION_BASES),
  note: z.string().nullable(),
})

const useStop = z.object({
  ...{ id: shapes.id, reason: z.string(), since: shapes.time, stoppedBy: shapes.id.nullable() },
  /** The request that was granted. */
  requestId: shapes.id.nullable(),
  liftedAt: shapes.time.nullable(),
  liftedBecause: z.string().nullable(),
})

const rules = z.object({
  /** Whether their data may be used at all: the latest first, one that is not lifted holds. */
  useStops: z.array(useStop),
  doNotContact: z.array(doNotContact),
  consents: z.array(consent),
  mayContact: z.record(contactChannel, may),
})

export const getContactRules = route({
  method: 'GET',
  path: '/people/{id}/contact-rules',
  summary: 'By which means a person may be contacted, and why not',
  access: mayRead,
  params: shapes.byId,
  answer: rules,
  status: 200,
})

export const postDoNotContact = route({
  method: 'POST',
  path: '/people/{id}/do-not-contact',
  summary: 'Say that nobody may contact a person, by all means or by one',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ channel: z.enum(DO_NOT_CONTACT_CHANNELS), reason: text }),
  answer: z.object({ items: z.array(doNotContact) }),
  status: 201,
})

export const deleteDoNotContact = route({
  method: 'DELETE',
  path: '/people/{id}/do-not-contact/{entry}',
  summary: 'Lift "do not contact" again; it stays on record',
  access: mayWrite,
  params: z.object({ id: shapes.id, entry: shapes.id }),
  answer: 'none',
  status: 204,
})

export const postUseStop = route({
  method: 'POST',
  path: '/people/{id}/use-stops',
  summary: 'Stop the use of a person’s data: no outlet names them from now on',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ reason: text }),
  answer: z.object({ items: z.array(useStop) }),
  status: 201,
})

export const patchUseStop = route({
  method: 'PATCH',
  path: '/people/{id}/use-stops/{stop}',
  summary: 'Use a person’s data again, and say why; that it was stopped stays on record',
  access: mayManage,
  params: z.object({ id: shapes.id, stop: shapes.id }),
  body: z.object({ because: text }),
  answer: z.object({ items: z.array(useStop) }),
  status: 200,
})

export const postConsent = route({
  method: 'POST',
  path: '/people/{id}/consents',
  summary: 'Write down that a person agreed to be contacted, with what they were shown',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    channel: contactChannel,
    givenAt: shapes.time,
    how: z.enum(CONSENT_WAYS),
    textShown: text,
    evidence: z.string().max(TEXT_MAX).optional(),
  }),
  answer: rules,
  status: 201,
})

export const deleteConsent = route({
  method: 'DELETE',
  path: '/people/{id}/consents/{consent}',
  summary: 'Write down that a person agrees no more; the consent stays on record',
  access: mayWrite,
  params: z.object({ id: shapes.id, consent: shapes.id }),
  answer: 'none',
  status: 204,
})

export const listProvisions = route({
  method: 'GET',
  path: '/people/{id}/provisions',
  summary: 'To whom what of a person was given',
  access: mayRead,
  params: shapes.byId,
  answer: z.object({ items: z.array(provision) }),
  status: 200,
})

export const postProvision = route({
  method: 'POST',
  path: '/people/{id}/provisions',
  summary: 'Write down that data of a person was given to somebody else',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({
    providedOn: shapes.day,
    recipient: text,
    items: text,
    basis: z.enum(PROVISION_BASES),
    note: z.string().max(TEXT_MAX).nullable().default(null),
  }),
  answer: provision,
  status: 201,
})

export const listAccesses = route({
  method: 'GET',
  path: '/people/{id}/accesses',
  summary: 'Who looked at a person or took what is known of them, of the last year',
  access: mayManage,
  params: shapes.byId,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    z.object({
      memberId: shapes.id.nullable(),
      isKey: z.boolean(),
      kind: z.enum(['viewed', 'exported']),
      at: shapes.time,
    }),
  ),
  status: 200,
})

export const getPrivacy = route({
  method: 'GET',
  path: '/privacy',
  summary: 'What the workspace says of its use of personal data, and what there is to watch',
  access: mayManage,
  answer: z.object({
    purpose: z.string(),
    answerDays: count,
    /** Whether profile pictures are fetched and compared by what they show. */
    comparePictures: z.boolean(),
    /** Days that dated texts beside the log are kept; null: without limit. */
    textDays: count.nullable(),
    /** Whether pages that accounts link to are asked if they link back. */
    checkLinks: z.boolean(),
    ...{ openRequests: count, overdueRequests: count, erasures: count, tombstones: count },
    /** People. */
    doNotContact: count,
    consents: z.array(z.object({ channel: contactChannel, standing: count, withdrawn: count })),
    channels: z.array(
      z.object({
        id: shapes.id,
        name: z.string(),
        lawfulBasis: z.string().nullable(),
        retentionDays: count.nullable(),
      }),
    ),
  }),
  status: 200,
})

export const patchPrivacy = route({
  method: 'PATCH',
  path: '/privacy',
  summary:
    'Change the purpose of use, how many days a request may take and texts are kept, what is compared',
  access: mayManage,
  body: z.object({
    purpose: z.string().max(TEXT_MAX).optional(),
    answerDays: z.number().int().min(1).max(365).optional(),
    comparePictures: z.boolean().optional(),
    textDays: z.number().int().min(1).max(36_500).nullable().optional(),
    checkLinks: z.boolean().optional(),
  }),
  answer: z.object({
    ...{ purpose: z.string(), answerDays: count, comparePictures: z.boolean() },
    ...{ textDays: count.nullable(), checkLinks: z.boolean() },
  }),
  status: 200,
})

export const listPrivacyRequests = route({
  method: 'GET',
  path: '/privacy/requests',
  summary: 'What people asked for: open ones by the day they are due, or answered ones',
  access: mayManage,
  query: z.object({
    ...shapes.page,
    state: z.enum(['open', 'answered']).default('open'),
    person: shapes.id.optional(),
    /** Part of who asked. */
    q: z.string().trim().max(200).optional(),
  }),
  answer: shapes.listOf(request),
  status: 200,
})

export const postPrivacyRequest = route({
  method: 'POST',
  path: '/privacy/requests',
  summary: 'Write down what a person asked for',
  access: mayManage,
  body: z.object({
    kind: z.enum(PRIVACY_REQUEST_KINDS),
    person: shapes.id.optional(),
    requester: z.string().trim().min(1).max(300),
    receivedOn: shapes.day,
    dueOn: shapes.day.optional(),
    note: z.string().max(TEXT_MAX).optional(),
  }),
  answer: request,
  status: 201,
})

export const patchPrivacyRequest = route({
  method: 'PATCH',
  path: '/privacy/requests/{id}',
  summary: 'Check who asked, correct, or answer a request',
  access: mayManage,
  params: shapes.byId,
  body: z.object({
    person: shapes.id.nullable().optional(),
    isIdentityChecked: z.boolean().optional(),
    outcome: z.enum(PRIVACY_REQUEST_OUTCOMES).optional(),
    dueOn: shapes.day.optional(),
    note: z.string().max(TEXT_MAX).nullable().optional(),
  }),
  answer: request,
  status: 200,
})
