import { z } from 'zod'
import {
  about,
  aboutFilter,
  aboutInput,
  colleague,
  longText,
  memberOrMe,
  ownKey,
  search,
  shortText,
} from './engage-shapes.ts'
import { mayRead, mayWrite, route } from './route.ts'
import * as shapes from './shapes.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const task = z.object({
  id: shapes.id,
  key: z.string().nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  about: about.nullable(),
  owner: colleague.nullable(),
  /** A day, or a time of it (HH:MM), in that time zone. */
  due: z.object({ on: shapes.day, time: z.string().nullable(), timeZone: z.string() }).nullable(),
  /** The instant from which it is overdue: the time, or the end of the day. */
  dueAt: shapes.time.nullable(),
  isOverdue: z.boolean(),
  doneAt: shapes.time.nullable(),
  doneBy: colleague.nullable(),
  createdBy: colleague.nullable(),
  createdAt: shapes.time,
})
export type Task = z.infer<typeof task>

const fields = {
  title: shortText,
  detail: longText.nullable().optional(),
  /** Null: about nothing of these. */
  about: aboutInput.nullable().optional(),
  owner: shapes.id.nullable().optional(),
  due: z
    .object({
      on: shapes.day,
      time: clock.nullable().optional(),
      /** IANA name; the workspace's where left out. */
      timeZone: z.string().max(100).optional(),
    })
    .nullable()
    .optional(),
  isDone: z.boolean().optional(),
}

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  summary: 'Tasks, by due time (those without last) or newest first',
  access: mayRead,
  query: z.object({
    ...shapes.page,
    ...aboutFilter,
    /** About this organisation, its people of today or its deals. */
    within: shapes.id.optional(),
    q: search,
    owner: memberOrMe.optional(),
    state: z.enum(['open', 'overdue', 'done', 'all']).default('open'),
    sort: z.enum(['due', 'new']).default('due'),
  }),
  answer: shapes.listOf(task),
  status: 200,
})

export const postTask = route({
  method: 'POST',
  path: '/tasks',
  summary: 'Add a task; it is its author’s own where no owner is named',
  access: mayWrite,
  body: z.object({ ...fields, key: ownKey }),
  answer: task,
  status: 201,
})

export const patchTask = route({
  method: 'PATCH',
  path: '/tasks/{id}',
  summary: 'Change a task, do it or open it again',
  access: mayWrite,
  params: shapes.byId,
  body: z.object({ ...fields, title: shortText.optional() }),
  answer: task,
  status: 200,
})

export const deleteTask = route({
  method: 'DELETE',
  path: '/tasks/{id}',
  summary: 'Remove a task',
  access: mayWrite,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
