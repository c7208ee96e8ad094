import { z } from 'zod'
import { NOTICE_KINDS } from '#vocabulary/index.ts'
import { about, colleague } from './engage-shapes.ts'
import { route } from './route.ts'
import * as shapes from './shapes.ts'

/** A key stands for nobody, so nothing concerns it. */
const onlyMembers = { who: 'member', role: 'viewer', scope: null } as const

export const listNotices = route({
  method: 'GET',
  path: '/notices',
  summary: 'What concerns the member who asks: mentions, hand-overs and tasks given to them',
  access: onlyMembers,
  query: z.object({ ...shapes.page, unseen: z.enum(['true', 'false']).optional() }),
  answer: shapes
    .listOf(
      z.object({
        ...{ id: shapes.id, kind: z.enum(NOTICE_KINDS), at: shapes.time, isSeen: z.boolean() },
        author: colleague.nullable(),
        /** The note, the title of the task, or the summary of the hand-over. */
        text: z.string(),
        about: about.nullable(),
        noteId: shapes.id.nullable(),
        taskId: shapes.id.nullable(),
        handoverId: shapes.id.nullable(),
      }),
    )
    /** Counted to 100. */
    .extend({ unseen: z.number().int() }),
  status: 200,
})

export const postNoticesSeen = route({
  method: 'POST',
  path: '/notices/seen',
  summary: 'Mark the own notices as seen, up to one of them',
  access: onlyMembers,
  body: z.object({ upTo: shapes.id }),
  answer: 'none',
  status: 204,
})

export const patchNotice = route({
  method: 'PATCH',
  path: '/notices/{id}',
  summary: 'Mark one of the own notices as seen, or as new again',
  access: onlyMembers,
  params: shapes.byId,
  body: z.object({ isSeen: z.boolean() }),
  answer: 'none',
  status: 204,
})
