import { z } from 'zod'
import { LIMITS, SUBJECT_KINDS } from '#vocabulary/index.ts'
import * as shapes from './shapes.ts'

/** A colleague; without a name once they have left. */
export const colleague = z.object({ id: shapes.id, name: z.string().nullable() })

export const named = z.object({ id: shapes.id, name: z.string() })

/** What a task or a note is about, as it is shown; a person that was merged is shown as the root. */
export const about = z.object({ kind: z.enum(SUBJECT_KINDS), id: shapes.id, name: z.string() })

export const aboutInput = z.object({ kind: z.enum(SUBJECT_KINDS), id: shapes.id })

/** What whoever adds it calls it: said again, the one that is there is answered. */
export const ownKey = z.string().trim().min(1).max(LIMITS.ownKeyCharsMax).optional()

/** A member, or the one who asks. */
export const memberOrMe = z.union([shapes.id, z.literal('me')])

export const search = z.string().max(LIMITS.searchQueryCharsMax).optional()

/** What lists of tasks, notes and contacts may be narrowed to. */
export const aboutFilter = {
  person: shapes.id.optional(),
  organisation: shapes.id.optional(),
  deal: shapes.id.optional(),
}

/** A text of a member; lines stay. */
export const longText = z.string().trim().min(1).max(LIMITS.noteCharsMax)
export const shortText = z.string().trim().min(1).max(LIMITS.nameCharsMax)
