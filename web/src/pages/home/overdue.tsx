import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { TaskRow } from '../../parts/crm/task-row.tsx'
import { WORDS } from './words.ts'

const SHOWN = 5

/** My overdue work; nothing at all where there is none. */
export function Overdue() {
  const words = useWords(WORDS)
  const query = { owner: 'me' as const, state: 'overdue' as const, limit: SHOWN }
  const tasks = useQuery(ask('GET /tasks', { query }))
  const items = tasks.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="sheet stack-tight" aria-labelledby="overdue">
      <h2 id="overdue">{words.overdue}</h2>
      <ul className="bare-list">
        {items.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} />
          </li>
        ))}
      </ul>
      {tasks.data?.next !== null && (
        <Link to="/tasks" search={{ view: 'overdue' }}>
          {words.allOverdue}
        </Link>
      )}
    </section>
  )
}
