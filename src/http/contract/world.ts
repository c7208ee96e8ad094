import { z } from 'zod'
import { mayManage, route } from './route.ts'

const state = z.object({
  /**
   * `refused`: there are posts already. `growing`: its imports are not there yet. `failed`: it could
   * not be made; it may be tried again.
   */
  state: z.enum(['offered', 'growing', 'loaded', 'refused', 'failed']),
})

export const getWorld = route({
  method: 'GET',
  path: '/world',
  summary: 'Whether the sample world may be loaded, or is being',
  access: mayManage,
  answer: state,
  status: 200,
})

export const postWorld = route({
  method: 'POST',
  path: '/world',
  summary: 'Load the sample world into an empty workspace: topics, people, activities, outcomes',
  access: mayManage,
  answer: state,
  status: 202,
})
