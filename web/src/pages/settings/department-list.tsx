import { Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { askAll, call } from '../../client.ts'
import { dayOf, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { useSession } from '../../session.ts'
import { DEPARTMENT_WORDS } from './department-words.ts'

type Department = ItemOf<'GET /departments'>

/** Lists that are shorter are seen at a glance. */
const SEARCHED_FROM = 9

/** The departments there are, what they were called before, and how many are in them; they are renamed here. */
export function DepartmentList() {
  const words = useWords(DEPARTMENT_WORDS)
  const departments = useQuery(askAll('GET /departments'))
  const [q, setQ] = useState('')
  const [renaming, setRenaming] = useState<Department | null>(null)
  if (departments.data === undefined) return <Awaiting query={departments} />
  const all = departments.data
  const shown = all.filter((one) => isFound(one, q))
  return (
    <section className="stack-tight" aria-labelledby="departments">
      <h2 id="departments">{words.departments}</h2>
      {all.length >= SEARCHED_FROM && (
        <TextInput
          type="search"
          className="narrow"
          aria-label={words.search}
          placeholder={words.search}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? (
        <p className="soft">{all.length === 0 ? words.noDepartments : words.noneFound}</p>
      ) : (
        <Table departments={shown} rename={setRenaming} />
      )}
      {renaming !== null && <Rename department={renaming} close={() => setRenaming(null)} />}
    </section>
  )
}

function isFound({ name, formerNames }: Department, q: string): boolean {
  const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  return [name, ...formerNames.map((one) => one.name)].some((one) =>
    folded(one).includes(folded(q)),
  )
}

function Table(props: { departments: readonly Department[]; rename: (one: Department) => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  return (
    <div className="sheet posts scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.membersToday}</th>
            <th scope="col">
              <span className="hidden">{words.rename}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.departments.map((one) => (
            <Row key={one.id} department={one} rename={() => props.rename(one)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ department, rename }: { department: Department; rename: () => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  const { language } = useLanguage()
  const { name, members, formerNames } = department
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {formerNames.map((former) => (
          <div key={former.until} className="soft small">
            {words.formerly(former.name, formatDay(former.until, language))}
          </div>
        ))}
      </th>
      <td>{words.people(members)}</td>
      <td>
        <button
          type="button"
          className="link-button small"
          aria-label={words.renameOf(name)}
          onClick={rename}
        >
          {words.rename}
        </button>
      </td>
    </tr>
  )
}

function Rename({ department, close }: { department: Department; close: () => void }) {
  const words = useWords(DEPARTMENT_WORDS)
  const today = dayOf(new Date(), useSession().workspace.timeZone)
  const [isSlip, setSlip] = useState(false)
  const rename = useRename(department.id, close)
  return (
    <DialogForm
      title={words.renameOf(department.name)}
      size="md"
      close={close}
      save={(form) => rename.mutate(form)}
      isSaving={rename.isPending}
      problem={rename.error}
    >
      <TextInput
        name="name"
        label={words.newName}
        defaultValue={department.name}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
      />
      {!isSlip && (
        <TextInput
          type="date"
          name="since"
          label={words.renamedOn}
          description={words.renamedOnHint}
          defaultValue={today}
          max={today}
          required
        />
      )}
      <Checkbox
        label={words.slip}
        description={words.slipHint}
        checked={isSlip}
        onChange={(event) => setSlip(event.currentTarget.checked)}
      />
    </DialogForm>
  )
}

function useRename(id: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: FormData) => {
      const body = { name: textOf(form, 'name') ?? '', since: textOf(form, 'since') }
      await call('PATCH /departments/{id}', { params: { id }, body })
      await Promise.all(
        ['GET /assignments', 'GET /members', 'GET /departments'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      )
    },
    onSuccess: done,
  })
}
