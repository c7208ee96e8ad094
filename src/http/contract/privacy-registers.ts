import { z } from 'zod'
import {
  ACCESS_KINDS,
  CONSENT_WAYS,
  DO_NOT_CONTACT_CHANNELS,
  LOOK_KINDS,
  LOOK_PLACES,
  PROVISION_BASES,
} from '#vocabulary/index.ts'
import { contactChannel } from './privacy-shapes.ts'
import { mayManage, route } from './route.ts'
import * as shapes from './shapes.ts'

/** The registers of a workspace on personal data: all of one kind, the latest first. */

const count = z.number().int()
const q = z.string().trim().max(200).optional()
/** Null for a member who has left without a name, for a key whose maker is gone, and for nobody. */
const by = z.object({ id: shapes.id, name: z.string().nullable() }).nullable()
const about = { id: shapes.id, personId: shapes.id, personName: z.string() }

export const listDoNotContact = route({
  method: 'GET',
  path: '/privacy/do-not-contact',
  summary: 'Whom nobody may contact; with `lifted`, also what was lifted since',
  access: mayManage,
  query: z.object({ ...shapes.page, q, lifted: z.enum(['true', 'false']).optional() }),
  answer: shapes.listOf(
    z.object({
      ...about,
      channel: z.enum(DO_NOT_CONTACT_CHANNELS),
      since: shapes.time,
      reason: z.string(),
      by,
      liftedAt: shapes.time.nullable(),
    }),
  ),
  status: 200,
})

export const listAllConsents = route({
  method: 'GET',
  path: '/privacy/consents',
  summary: 'Who agreed to be contacted, and who agrees no more',
  access: mayManage,
  query: z.object({ ...shapes.page, q, state: z.enum(['standing', 'withdrawn']).optional() }),
  answer: shapes.listOf(
    z.object({
      ...about,
      channel: contactChannel,
      givenAt: shapes.time,
      how: z.enum(CONSENT_WAYS),
      textShown: z.string(),
      evidence: z.string().nullable(),
      by,
      withdrawnAt: shapes.time.nullable(),
    }),
  ),
  status: 200,
})

export const listAllProvisions = route({
  method: 'GET',
  path: '/privacy/provisions',
  summary: 'To whom what of whom was given',
  access: mayManage,
  query: z.object({ ...shapes.page, q }),
  answer: shapes.listOf(
    z.object({
      ...about,
      providedOn: shapes.day,
      recipient: z.string(),
      items: z.string(),
      basis: z.enum(PROVISION_BASES),
      note: z.string().nullable(),
      by,
    }),
  ),
  status: 200,
})

export const listAllAccesses = route({
  method: 'GET',
  path: '/privacy/accesses',
  summary: 'Who looked at whom, or took what is known of them, of the last year',
  access: mayManage,
  query: z.object({ ...shapes.page, q, kind: z.enum(ACCESS_KINDS).optional() }),
  answer: shapes.listOf(
    z.object({ ...about, kind: z.enum(ACCESS_KINDS), at: shapes.time, isKey: z.boolean(), by }),
  ),
  status: 200,
})

export const listPeopleLooks = route({
  method: 'GET',
  path: '/privacy/looks',
  summary: 'Who saw how many people at once, searched them or took them out, of the last year',
  access: mayManage,
  query: z.object({
    ...shapes.page,
    kind: z.enum(LOOK_KINDS).optional(),
    member: shapes.id.optional(),
  }),
  answer: shapes.listOf(
    z.object({
      ...{ id: shapes.id, kind: z.enum(LOOK_KINDS), place: z.enum(LOOK_PLACES) },
      /** The organisation, list or community, where there is one. */
      subject: z.string().nullable(),
      /** In the hour; of an export one. */
      requests: count,
      /** The most that one request showed. */
      people: count,
      ...{ at: shapes.time, lastAt: shapes.time, isKey: z.boolean(), by },
    }),
  ),
  status: 200,
})

export const listErasures = route({
  method: 'GET',
  path: '/privacy/erasures',
  summary: 'What erasures reached, without who was erased',
  access: mayManage,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    z.object({
      id: shapes.id,
      erasedAt: shapes.time,
      by,
      /** Replayed: a restored database was told of it. */
      origin: z.enum(['member', 'replayed']),
      /** Rows by table. */
      counts: z.record(z.string(), count),
      tombstones: count,
    }),
  ),
  status: 200,
})
