import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { askAll, call } from '../../client.ts'
import { dayOf } from '../../format.ts'
import { useWords } from '../../language.tsx'
import { textOf } from '../../parts/dialog-form.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { useSession } from '../../session.ts'
import { DEPARTMENT_WORDS } from './department-words.ts'
import type { Assigned, Assignment } from './departments.tsx'

interface Transfer {
  member: Assigned
  assignments: readonly Assignment[]
  /** Told the name of the new department. */
  done: (department: string) => void
}

/** A new department from a day on, and which ones are left for it. */
export function TransferForm({ member, assignments, done }: Transfer) {
  const words = useWords(DEPARTMENT_WORDS)
  const today = dayOf(new Date(), useSession().workspace.timeZone)
  const current = assignments.filter(({ until }) => until === null || until >= today)
  const transfer = useTransfer(member, done)
  return (
    <form
      className="stack-tight"
      aria-label={words.joins}
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        transfer.mutate(new FormData(event.currentTarget))
      }}
    >
      <h3>{words.joins}</h3>
      <DepartmentName />
      <TextInput name="title" label={words.jobTitle} maxLength={200} autoComplete="off" />
      <TextInput type="date" name="since" label={words.since} defaultValue={today} required />
      {current.length > 0 && (
        <fieldset className="card-tags">
          <legend>{words.leaves}</legend>
          {current.map(({ id, department }) => (
            <Checkbox
              key={id}
              name="leaves"
              value={id}
              defaultChecked
              label={<bdi>{department.name}</bdi>}
            />
          ))}
          <p className="soft small">{words.keepsHint}</p>
        </fieldset>
      )}
      <ProblemNote problem={transfer.error} />
      <div>
        <Button type="submit" loading={transfer.isPending}>
          {words.record}
        </Button>
      </div>
    </form>
  )
}

function useTransfer(member: Assigned, done: Transfer['done']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: FormData) => {
      const name = textOf(form, 'department') ?? ''
      // The one of that name, or a new one.
      const { id } = await call('POST /departments', { body: { name } })
      const made = await call('POST /assignments', {
        body: {
          ...{ member: member.id, department: id, title: textOf(form, 'title') },
          since: textOf(form, 'since') ?? '',
          leaves: form.getAll('leaves').map(String),
        },
      })
      await Promise.all(
        ['GET /assignments', 'GET /members', 'GET /departments'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      return made.department.name
    },
    onSuccess: done,
  })
}

function DepartmentName() {
  const words = useWords(DEPARTMENT_WORDS)
  const list = useId()
  const departments = useQuery(askAll('GET /departments'))
  return (
    <>
      <TextInput
        name="department"
        label={words.department}
        description={words.departmentHint}
        list={list}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
      />
      <datalist id={list}>
        {departments.data?.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
    </>
  )
}
