import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { dayOrNone, withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { OrganisationName } from '../../parts/people/organisation-name.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { Dates } from '../organisation/members.tsx'
import type { FullPerson } from './page.tsx'
import { WORDS } from './words.ts'

/** Where the person belongs, and the button that says so. */
export function Affiliations({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="sheet stack-tight" aria-labelledby="affiliations">
      <h2 id="affiliations">{words.organisations}</h2>
      <List affiliations={person.affiliations} />
      {mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.joinOrganisation}
          </Button>
        </div>
      )}
      {isOpen && <JoinForm personId={person.id} close={() => setOpen(false)} />}
    </section>
  )
}

function List({ affiliations }: { affiliations: FullPerson['affiliations'] }) {
  const words = useWords(WORDS)
  if (affiliations.length === 0) return <p className="soft">{words.noOrganisations}</p>
  return (
    <ul className="bare-list">
      {affiliations.map(({ organisation, department, role, since, until }) => (
        <li key={`${organisation.id} ${since} ${until}`}>
          <Link to="/organisations/$id" params={{ id: organisation.id }}>
            <bdi>{organisation.name}</bdi>
          </Link>{' '}
          {department !== null && <bdi>{department}</bdi>} {role !== null && <bdi>{role}</bdi>}{' '}
          <span className="small soft">
            <Dates since={since} until={until} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Joins the organisation of that name; one that is not there yet is added. */
function useJoin(personId: string, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: FormData) => {
      const name = String(form.get('organisation') ?? '').trim()
      const department = String(form.get('department') ?? '').trim()
      const role = String(form.get('role') ?? '').trim()
      const found = await call('GET /organisations', { query: { q: name, limit: 50 } })
      const known = found.items.find((one) => one.name === name)
      const { id } = known ?? (await call('POST /organisations', { body: { name } }))
      if (form.get('isOwnAccount') !== null) {
        const body = { person: personId }
        return call('POST /organisations/{id}/accounts', { params: { id }, body })
      }
      const dates = { since: dayOrNone(form.get('since')), until: dayOrNone(form.get('until')) }
      const body = { person: personId, ...withoutEmpty({ department, role, ...dates }) }
      return call('POST /organisations/{id}/people', { params: { id }, body })
    },
    onSuccess: async () => {
      await Promise.all(
        ['GET /people/{id}', 'GET /people', 'GET /organisations', 'GET /organisations/{id}'].map(
          (key) => client.invalidateQueries({ queryKey: [key] }),
        ),
      )
      done()
    },
  })
}

function JoinForm({ personId, close }: { personId: string; close: () => void }) {
  const words = useWords(WORDS)
  const join = useJoin(personId, close)
  const [isOwn, setOwn] = useState(false)
  return (
    <DialogForm
      title={words.joinOrganisation}
      close={close}
      save={join.mutate}
      isSaving={join.isPending}
      problem={join.error}
      size="md"
    >
      <OrganisationName label={words.organisationName} isRequired />
      <label className="small">
        <input
          type="checkbox"
          name="isOwnAccount"
          checked={isOwn}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />{' '}
        {words.isOwnAccount}
      </label>
      {!isOwn && <AffiliationFields />}
    </DialogForm>
  )
}

function AffiliationFields() {
  const words = useWords(WORDS)
  return (
    <>
      <TextInput name="department" label={words.department} maxLength={500} />
      <TextInput name="role" label={words.role} maxLength={500} />
      <TextInput type="date" name="since" label={words.since} />
      <TextInput type="date" name="until" label={words.until} />
    </>
  )
}
