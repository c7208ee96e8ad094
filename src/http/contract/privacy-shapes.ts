import { z } from 'zod'
import { CONSENT_WAYS, CONTACT_CHANNELS, DO_NOT_CONTACT_CHANNELS } from '#vocabulary/index.ts'
import * as shapes from './shapes.ts'

/** The shapes that routes about personal data share. */

export const contactChannel = z.enum(CONTACT_CHANNELS)

export const doNotContact = z.object({
  id: shapes.id,
  channel: z.enum(DO_NOT_CONTACT_CHANNELS),
  since: shapes.time,
  reason: z.string(),
  saidBy: shapes.id.nullable(),
})

export const consent = z.object({
  id: shapes.id,
  channel: contactChannel,
  givenAt: shapes.time,
  how: z.enum(CONSENT_WAYS),
  /** What they were shown when they agreed. */
  textShown: z.string(),
  evidence: z.string().nullable(),
  recordedBy: shapes.id.nullable(),
  withdrawnAt: shapes.time.nullable(),
})
