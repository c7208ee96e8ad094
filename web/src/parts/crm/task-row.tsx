import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Task } from '../../terms.ts'
import { HeldOutChip } from '../held-out.tsx'
import { ProblemNote } from '../problem.tsx'
import { WORDS as COMMON } from '../words.ts'
import type { About } from './about.ts'
import './crm.css'
import { useRefresh } from './refresh.ts'
import { TaskForm } from './task-form.tsx'
import { AboutLink, RemoveButton } from './timeline-items.tsx'
import { WORDS } from './words.ts'

/** A task with the box that does it, its due time, its owner. */
export function TaskRow({ task, of }: { task: Task; of?: About }) {
  const session = useSession()
  return (
    <div className="task-row" data-done={task.doneAt !== null}>
      <DoneBox task={task} />
      <div className="grow">
        <bdi className="task-title">{task.title}</bdi>
        {task.detail !== null && (
          <p className="note-text small soft" dir="auto">
            {task.detail}
          </p>
        )}
        <div className="row small">
          <AboutLink about={task.about} {...(of === undefined ? {} : { of })} />
          {task.about?.kind === 'person' && task.doneAt === null && (
            <HeldOutChip personId={task.about.id} />
          )}
          <Due task={task} />
          <Who task={task} />
          {mayWrite(session) && <Actions task={task} />}
        </div>
      </div>
    </div>
  )
}

function DoneBox({ task }: { task: Task }) {
  const words = useWords(WORDS)
  const session = useSession()
  const refresh = useRefresh('task')
  const turn = useMutation({
    mutationFn: (isDone: boolean) =>
      call('PATCH /tasks/{id}', { params: { id: task.id }, body: { isDone } }),
    onSuccess: refresh,
  })
  return (
    <>
      <input
        type="checkbox"
        data-list-item
        aria-label={words.markDone(task.title)}
        checked={turn.isPending ? turn.variables : task.doneAt !== null}
        disabled={!mayWrite(session)}
        onChange={(event) => turn.mutate(event.currentTarget.checked)}
      />
      <ProblemNote problem={turn.error} />
    </>
  )
}

function Due({ task }: { task: Task }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const { due } = task
  if (due === null) return null
  const zone = due.timeZone === workspace.timeZone ? null : due.timeZone
  const when = [formatDay(due.on, language), due.time, zone].filter((part) => part !== null)
  return (
    <span className={task.isOverdue ? 'overdue' : 'soft'}>
      {words.due(when.join(' '))}
      {task.isOverdue && ` · ${words.overdue}`}
    </span>
  )
}

function Who({ task }: { task: Task }) {
  const words = useWords(WORDS)
  const name = (who: { name: string | null }) => who.name ?? words.leftMember
  if (task.doneAt !== null && task.doneBy !== null) {
    return <span className="soft">{words.doneBy(name(task.doneBy))}</span>
  }
  return <span className="soft">{task.owner === null ? words.nobody : name(task.owner)}</span>
}

function Actions({ task }: { task: Task }) {
  const common = useWords(COMMON)
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <button type="button" className="link-button small" onClick={() => setEditing(true)}>
        {common.edit}
      </button>
      <RemoveButton what="task" id={task.id} />
      {isEditing && <TaskForm about={task.about} task={task} close={() => setEditing(false)} />}
    </>
  )
}
