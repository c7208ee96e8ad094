import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { useSession } from '../../session.ts'
import type { Task } from '../../terms.ts'
import { DialogForm, textOf } from '../dialog-form.tsx'
import type { About } from './about.ts'
import { MemberField } from './picks.tsx'
import { useRefresh } from './refresh.ts'
import { WORDS } from './words.ts'

/** Adds a task, or changes one. */
export function TaskForm(props: { about: About | null; task?: Task; close: () => void }) {
  const { about, task, close } = props
  const words = useWords(WORDS)
  const { member: me, workspace } = useSession()
  const refresh = useRefresh('task')
  const [owner, setOwner] = useState(task === undefined ? me.id : (task.owner?.id ?? null))
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const on = textOf(form, 'on')
      const timeZone = task?.due?.timeZone ?? workspace.timeZone
      const due = on === null ? null : { on, time: textOf(form, 'time'), timeZone }
      const said = {
        title: textOf(form, 'title') ?? '',
        detail: textOf(form, 'detail'),
        owner,
        due,
      }
      if (task !== undefined) {
        await call('PATCH /tasks/{id}', { params: { id: task.id }, body: said })
      } else await call('POST /tasks', { body: { ...said, about } })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={task === undefined ? words.addTask : words.editTask}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TaskFields task={task} />
      <MemberField label={words.owner} value={owner} choose={setOwner} />
    </DialogForm>
  )
}

function TaskFields({ task }: { task: Task | undefined }) {
  const words = useWords(WORDS)
  const { workspace } = useSession()
  return (
    <>
      <TextInput
        name="title"
        label={words.taskTitle}
        defaultValue={task?.title ?? ''}
        required
        maxLength={500}
        data-autofocus
      />
      <div className="row row-end">
        <TextInput type="date" name="on" label={words.dueOn} defaultValue={task?.due?.on ?? ''} />
        <TextInput
          type="time"
          name="time"
          label={words.dueTime}
          defaultValue={task?.due?.time ?? ''}
        />
        <span className="soft small">{task?.due?.timeZone ?? workspace.timeZone}</span>
      </div>
      <Textarea
        name="detail"
        size="xs"
        label={words.detail}
        defaultValue={task?.detail ?? ''}
        rows={3}
        maxLength={20_000}
      />
    </>
  )
}
