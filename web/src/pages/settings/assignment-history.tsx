import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { textOf } from '../../parts/dialog-form.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { DEPARTMENT_WORDS } from './department-words.ts'
import type { Assignment } from './departments.tsx'

/** Where the member worked so far, newest first; what was a mistake is mended or removed. */
export function AssignmentHistory({ assignments }: { assignments: readonly Assignment[] }) {
  const words = useWords(DEPARTMENT_WORDS)
  return (
    <section className="stack-tight" aria-labelledby="assignments">
      <h3 id="assignments">{words.history}</h3>
      {assignments.length === 0 ? (
        <p className="soft small">{words.none}</p>
      ) : (
        <ul className="bare-list">
          {assignments.map((one) => (
            <AssignmentRow key={one.id} one={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AssignmentRow({ one }: { one: Assignment }) {
  const words = useWords(DEPARTMENT_WORDS)
  const { language } = useLanguage()
  const [asked, setAsked] = useState<'days' | 'removal'>()
  const { department, title, since, until } = one
  return (
    <li className="assignment stack-tight">
      <span className="row">
        <span>
          <bdi>{department.name}</bdi> {title !== null && <bdi className="soft">{title}</bdi>}
        </span>
        <span className="soft small">
          {formatDay(since, language)} – {until === null ? words.today : formatDay(until, language)}
        </span>
        <button
          type="button"
          className="link-button small"
          aria-label={words.endOf(department.name)}
          onClick={() => setAsked('days')}
        >
          {words.end}
        </button>
        <button
          type="button"
          className="link-button small"
          aria-label={words.removeOf(department.name)}
          onClick={() => setAsked('removal')}
        >
          {words.remove}
        </button>
      </span>
      {asked === 'days' && <DaysForm one={one} close={() => setAsked(undefined)} />}
      {asked === 'removal' && <Removal one={one} close={() => setAsked(undefined)} />}
    </li>
  )
}

interface Asked {
  one: Assignment
  close: () => void
}

function DaysForm({ one, close }: Asked) {
  const words = useWords(DEPARTMENT_WORDS)
  const common = useWords(COMMON)
  const refresh = useRefresh()
  const mend = useMutation({
    mutationFn: async (form: FormData) => {
      const body = { since: textOf(form, 'since') ?? one.since, until: textOf(form, 'until') }
      await call('PATCH /assignments/{id}', { params: { id: one.id }, body })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <form
      className="stack-tight"
      aria-label={words.endOf(one.department.name)}
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        mend.mutate(new FormData(event.currentTarget))
      }}
    >
      <div className="row row-end">
        <TextInput type="date" name="since" label={words.since} defaultValue={one.since} required />
        <TextInput type="date" name="until" label={words.until} defaultValue={one.until ?? ''} />
        <Button type="submit" loading={mend.isPending}>
          {common.save}
        </Button>
        <Button variant="default" onClick={close}>
          {common.cancel}
        </Button>
      </div>
      <ProblemNote problem={mend.error} />
    </form>
  )
}

function Removal({ one, close }: Asked) {
  const words = useWords(DEPARTMENT_WORDS)
  const refresh = useRefresh()
  const remove = async () => {
    await call('DELETE /assignments/{id}', { params: { id: one.id } })
    await refresh()
  }
  const { name } = one.department
  return (
    <ConfirmRemoval
      title={words.removeOf(name)}
      action={words.remove}
      remove={remove}
      close={close}
    >
      {words.removeText(name)}
    </ConfirmRemoval>
  )
}

function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['GET /assignments', 'GET /members', 'GET /departments'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    )
}
