import { z } from 'zod'
import { LIMITS } from '#vocabulary/index.ts'
import {
  about,
  aboutFilter,
  aboutInput,
  colleague,
  longText,
  memberOrMe,
  ownKey,
  search,
} from './engage-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

export const note = z.object({
  id: shapes.id,
  key: z.string().nullable(),
  text: z.string(),
  about,
  /** Of an imported one: who imported it. */
  author: colleague.nullable(),
  /** A list brought it. */
  isImported: z.boolean(),
  /** Members whom it calls; the text names each as @name. */
  mentions: z.array(colleague),
  createdAt: shapes.time,
  editedAt: shapes.time.nullable(),
})
export type Note = z.infer<typeof note>

const mentions = z.array(shapes.id).max(LIMITS.mentionsPerNoteMax).optional()

export const listNotes = route({
  method: 'GET',
  path: '/notes',
  summary: 'Notes, newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...aboutFilter,
    q: search,
    author: memberOrMe.optional(),
    /** Notes that call this member. */
    mentions: memberOrMe.optional(),
  }),
  answer: shapes.listOf(note),
  status: 200,
})

export const postNote = route({
  method: 'POST',
  path: '/notes',
  summary: 'Write a note about a person, an organisation or a deal',
  access: mayWrite,
  body: z.object({ text: longText, about: aboutInput, mentions, key: ownKey }),
  answer: note,
  status: 201,
})

export const patchNote = route({
  method: 'PATCH',
  path: '/notes/{id}',
  summary: 'Change a note: its author, or a manager',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ text: longText.optional(), mentions }),
  answer: note,
  status: 200,
})

export const deleteNote = route({
  method: 'DELETE',
  path: '/notes/{id}',
  summary: 'Remove a note: its author, or a manager',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
