import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { MemberField } from '../../parts/crm/picks.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { useSession } from '../../session.ts'
import { type Plan, WORDS } from './words.ts'

/** Makes tasks for all of the chosen who have none yet. */
export function MakeTasks({ plan }: { plan: Plan }) {
  const words = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  const isLeft = plan.chosen.some(({ decision }) => decision === null)
  return (
    <div className="row">
      {plan.tasks > 0 && (
        <span className="soft small" role="status">
          {words.tasksMade(plan.tasks, plan.people)}
        </span>
      )}
      {isLeft && <Button onClick={() => setOpen(true)}>{words.makeTasks}</Button>}
      {isOpen && <TasksForm plan={plan} close={() => setOpen(false)} />}
    </div>
  )
}

function TasksForm({ plan, close }: { plan: Plan; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const { member: me } = useSession()
  const [owner, setOwner] = useState<string | null>(me.id)
  const make = useMutation({
    mutationFn: async (form: FormData) => {
      const due = textOf(form, 'due')
      await call('POST /influence/plans/{id}/tasks', {
        params: { id: plan.id },
        body: { ...(owner === null ? {} : { owner }), ...(due === null ? {} : { due }) },
      })
      await client.invalidateQueries({ queryKey: ['GET /influence/plans/{id}'] })
      await client.invalidateQueries({ queryKey: ['GET /tasks'] })
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.makeTasks}
      action={words.make}
      close={close}
      save={make.mutate}
      isSaving={make.isPending}
      problem={make.error}
    >
      <p className="small">{words.makeTasksText}</p>
      <MemberField label={words.owner} value={owner} choose={setOwner} />
      <TextInput type="date" name="due" label={words.due} />
    </DialogForm>
  )
}
