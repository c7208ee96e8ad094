import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PersonPick, type Picked } from '../../parts/crm/picks.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { type DealRole, ROLE_WORDS } from '../../parts/crm/words.ts'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { AddPerson as WritePerson } from '../../parts/people/add-person.tsx'
import { WORDS as ADD_WORDS } from '../../parts/people/words.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { FullDeal } from './page.tsx'
import { WORDS } from './words.ts'

type Person = FullDeal['people'][number]

const ROLES = Object.keys(ROLE_WORDS) as DealRole[]

function usePut(deal: FullDeal, done: () => void = () => undefined) {
  const refresh = useRefresh('deal')
  return useMutation({
    mutationFn: async (people: Pick<Person, 'id' | 'role' | 'isMain'>[]) => {
      const body = { people: people.map(({ id: person, ...as }) => ({ person, ...as })) }
      await call('PATCH /deals/{id}', { params: { id: deal.id }, body })
      await refresh()
    },
    onSuccess: done,
  })
}

/** Who takes part in the deal, and as what. */
export function DealPeople({ deal }: { deal: FullDeal }) {
  const words = useWords(WORDS)
  const isWriter = mayWrite(useSession())
  const [isAdding, setAdding] = useState(false)
  const put = usePut(deal)
  const change = (id: string, said: Partial<Person>) =>
    put.mutate(deal.people.map((one) => (one.id === id ? { ...one, ...said } : settled(one, said))))
  const takeOut = (id: string) => put.mutate(deal.people.filter((one) => one.id !== id))
  return (
    <section className="sheet stack-tight" aria-labelledby="deal-people">
      <h2 id="deal-people">{words.people}</h2>
      {deal.people.length === 0 && <p className="soft">{words.noPeople}</p>}
      <ProblemNote problem={put.error} />
      <ul className="bare-list stack-tight">
        {deal.people.map((person) => (
          <PersonLine
            key={person.id}
            {...{ person, isWriter }}
            change={(said) => change(person.id, said)}
            takeOut={() => takeOut(person.id)}
          />
        ))}
      </ul>
      {isWriter && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.addPerson}
          </Button>
        </div>
      )}
      {isAdding && <AddPerson deal={deal} close={() => setAdding(false)} />}
    </section>
  )
}

/** There is one main person. */
function settled(one: Person, said: Partial<Person>): Person {
  return said.isMain === true ? { ...one, isMain: false } : one
}

function PersonLine(props: {
  person: Person
  isWriter: boolean
  change: (said: Partial<Person>) => void
  takeOut: () => void
}) {
  const { person, isWriter, change } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { id, name, role, isMain } = person
  return (
    <li className="row small">
      <Link to="/people/$id" params={{ id }}>
        <bdi>{name}</bdi>
      </Link>
      {isMain && <strong>{words.main}</strong>}
      {!isWriter && <span className="soft">{ROLE_WORDS[role][language]}</span>}
      {isWriter && (
        <>
          <NativeSelect
            aria-label={words.roleOf(name)}
            value={role}
            onChange={(event) =>
              change({ role: ROLES.find((one) => one === event.currentTarget.value) ?? role })
            }
            data={ROLES.map((value) => ({ value, label: ROLE_WORDS[value][language] }))}
          />
          {!isMain && (
            <button
              type="button"
              className="link-button small"
              aria-label={words.makeMainOf(name)}
              onClick={() => change({ isMain: true })}
            >
              {words.makeMain}
            </button>
          )}
          <button
            type="button"
            className="link-button small"
            aria-label={words.takeOutOf(name)}
            onClick={props.takeOut}
          >
            {words.takeOut}
          </button>
        </>
      )}
    </li>
  )
}

function AddPerson({ deal, close }: { deal: FullDeal; close: () => void }) {
  const words = useWords(WORDS)
  const addWords = useWords(ADD_WORDS)
  const { language } = useLanguage()
  const [person, setPerson] = useState<Picked | null>(null)
  const [isWriting, setWriting] = useState(false)
  const put = usePut(deal, close)
  const save = (form: FormData) => {
    if (person === null) return
    const role = ROLES.find((one) => one === form.get('role')) ?? 'other'
    const others = deal.people.filter(({ id }) => id !== person.id)
    put.mutate([...others, { id: person.id, role, isMain: others.length === 0 }])
  }
  if (isWriting) {
    return (
      <WritePerson
        organisation={deal.organisation?.name ?? ''}
        close={() => setWriting(false)}
        done={({ id, displayName: name }) => {
          setPerson({ id, name })
          setWriting(false)
        }}
      />
    )
  }
  return (
    <DialogForm
      title={words.addPerson}
      close={close}
      save={save}
      isSaving={put.isPending}
      problem={put.error}
    >
      <PersonPick value={person} choose={setPerson} isRequired />
      <div>
        <button type="button" className="link-button small" onClick={() => setWriting(true)}>
          {addWords.notFound}
        </button>
      </div>
      <NativeSelect
        name="role"
        label={words.role}
        defaultValue="other"
        data={ROLES.map((value) => ({ value, label: ROLE_WORDS[value][language] }))}
      />
    </DialogForm>
  )
}
