import { hydrateTasks, type ListedTask } from '../tasks/read-tasks.ts'
import { rowsAbout } from './scope.ts'
import { newestRows, type TimelineSource } from './timeline-source.ts'

export interface TaskItem extends ListedTask {
  kind: 'task'
  at: string
}

/** Tasks, at the time they were done, or before that at the time they were set. */
export const taskSource: TimelineSource<TaskItem> = {
  newest: (tx, scope, before, limit) =>
    newestRows(tx, 'task', 'line_at', rowsAbout(scope), before, limit),
  hydrate: async (tx, ids, now) => {
    const tasks = await hydrateTasks(tx, ids, now)
    return tasks.map((task) => ({ ...task, kind: 'task', at: task.doneAt ?? task.createdAt }))
  },
}
