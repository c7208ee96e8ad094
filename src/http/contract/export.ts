import { z } from 'zod'
import { mayManage, route } from './route.ts'

const encoding = z.object({ encoding: z.enum(['utf-8', 'cp932']).default('utf-8') })

export const exportActivities = route({
  method: 'GET',
  path: '/export/activities',
  summary: 'The log with its accounts, as `import --as activities` reads it (JSONL)',
  access: mayManage,
  answer: 'file',
  status: 200,
})

export const exportPeople = route({
  method: 'GET',
  path: '/export/people-csv',
  summary: 'People as `import --as people-csv` reads them',
  access: mayManage,
  query: encoding,
  answer: 'file',
  status: 200,
})

export const exportOutcomes = route({
  method: 'GET',
  path: '/export/outcomes-csv',
  summary: 'Outcomes as `import --as outcomes-csv` reads them',
  access: mayManage,
  query: encoding,
  answer: 'file',
  status: 200,
})
