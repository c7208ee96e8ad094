import { z } from 'zod'
import { LIMITS, NAME_ORDERS, NUMBER_STYLES } from '#vocabulary/index.ts'
import { mayManage, mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** What a workspace says of itself: how names, numbers and days are written, how long posts stay. */
const fields = {
  name: z.string().trim().min(1).max(LIMITS.nameCharsMax),
  language: shapes.language,
  timeZone: z.string().max(100),
  fiscalYearStartMonth: z.number().int().min(1).max(12),
  nameOrder: z.enum(NAME_ORDERS),
  numberStyle: z.enum(NUMBER_STYLES),
  /** Null: posts stay for ever. */
  retentionDays: z.number().int().min(1).max(LIMITS.retentionDaysMax).nullable(),
}

const settings = z.object({ ...fields, isCountingAnew: z.boolean() })

export const getWorkspace = route({
  method: 'GET',
  path: '/workspace',
  summary: 'The settings of the workspace',
  access: mayRead,
  answer: settings,
  status: 200,
})

export const patchWorkspace = route({
  method: 'PATCH',
  path: '/workspace',
  summary: 'Change settings; another time zone counts all days anew in the background',
  access: mayManage,
  body: z.object(fields).partial(),
  answer: settings,
  status: 200,
})
