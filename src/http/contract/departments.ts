import { z } from 'zod'
import { colleague, named, shortText } from './engage-shapes.ts'
import { mayManage, mayRead, route } from './route.ts'
import * as shapes from './shapes.ts'

/** Departments of the workspace's own members, and who is and was in them. */

const department = named

const assignment = z.object({
  id: shapes.id,
  member: colleague.nullable(),
  department,
  title: z.string().nullable(),
  /** Both days belong to it; without an end it goes on. */
  since: shapes.day,
  until: shapes.day.nullable(),
})
export type Assignment = z.infer<typeof assignment>

const title = shortText.nullable().optional()

export const listDepartments = route({
  method: 'GET',
  path: '/departments',
  summary: 'Departments of members, with how many are in them today',
  access: mayRead,
  query: z.object(shapes.page),
  answer: shapes.listOf(
    department.extend({
      members: z.number().int(),
      /** The latest first; `until` is the first day of another name. */
      formerNames: z.array(z.object({ name: z.string(), until: shapes.day })),
    }),
  ),
  status: 200,
})

export const postDepartment = route({
  method: 'POST',
  path: '/departments',
  summary: 'Add a department; the one of that name is answered where it is there already',
  access: mayManage,
  body: z.object({ name: shortText }),
  answer: department,
  status: 201,
})

export const patchDepartment = route({
  method: 'PATCH',
  path: '/departments/{id}',
  summary:
    'Rename a department: from the day `since` on, with its old name up to then, or, where the name was a slip, throughout',
  access: mayManage,
  params: shapes.byId,
  body: z.object({ name: shortText, since: shapes.day.nullable().optional() }),
  answer: department,
  status: 200,
})

export const deleteDepartment = route({
  method: 'DELETE',
  path: '/departments/{id}',
  summary: 'Remove a department that nobody was ever in',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})

export const listAssignments = route({
  method: 'GET',
  path: '/assignments',
  summary: 'Who is or was in which department, newest first; with `on` those of that day',
  access: mayRead,
  query: z.object({
    member: shapes.id.optional(),
    department: shapes.id.optional(),
    on: shapes.day.optional(),
  }),
  answer: z.object({ items: z.array(assignment) }),
  status: 200,
})

export const postAssignment = route({
  method: 'POST',
  path: '/assignments',
  summary: 'Put a member into a department; a transfer ends those in `leaves` the day before',
  access: mayManage,
  body: z.object({
    member: shapes.id,
    department: shapes.id,
    title,
    since: shapes.day,
    until: shapes.day.nullable().optional(),
    leaves: z.array(shapes.id).max(20).optional(),
  }),
  answer: assignment,
  status: 201,
})

export const patchAssignment = route({
  method: 'PATCH',
  path: '/assignments/{id}',
  summary: 'Mend title or days of an assignment',
  access: mayManage,
  params: shapes.byId,
  body: z.object({
    title,
    since: shapes.day.optional(),
    until: shapes.day.nullable().optional(),
  }),
  answer: assignment,
  status: 200,
})

export const deleteAssignment = route({
  method: 'DELETE',
  path: '/assignments/{id}',
  summary: 'Remove an assignment that was a mistake',
  access: mayManage,
  params: shapes.byId,
  answer: 'none',
  status: 204,
})
