import { NumberInput, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { call } from '../../client.ts'
import { dayOrNone, withoutEmpty } from '../../filters.ts'
import { dayOf } from '../../format.ts'
import { useWords } from '../../language.tsx'
import { OrganisationPick, PersonPick, type Picked } from '../../parts/crm/picks.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { useSession } from '../../session.ts'
import { entered, SendForm } from './form.tsx'
import { OwnerField } from './owner-field.tsx'
import type { Programme } from './programme-cards.tsx'
import { WORDS } from './words.ts'

type Member = ItemOf<'GET /programmes/{id}/members'>
type Subject = { person: string } | { organisation: string }

/** Who keeps in touch with one member, how often, and when next: empty is as the programme says. */
interface Terms {
  owner: string
  rhythmDays: string
  nextOn: string
}

const NONE: Terms = { owner: '', rhythmDays: '', nextOn: '' }

function termsOf({ owner, rhythmDays, nextOn, isAgreed }: Member, programme: Programme): Terms {
  const own = owner?.id ?? ''
  return {
    owner: own === programme.owner?.id ? '' : own,
    rhythmDays: rhythmDays === programme.rhythmDays ? '' : String(rhythmDays),
    nextOn: isAgreed ? nextOn : '',
  }
}

/** Sends what was changed, if anything was. */
async function sendTerms(programme: Programme, of: Subject, before: Terms, form: FormData) {
  const read = (name: keyof Terms) => {
    const text = entered(form, name)
    return text === before[name] ? undefined : text
  }
  const [owner, rhythm, nextOn] = [read('owner'), read('rhythmDays'), read('nextOn')]
  const body = {
    ...(owner === undefined ? {} : { owner: owner || null }),
    ...(rhythm === undefined ? {} : { rhythmDays: rhythm === '' ? null : Number(rhythm) }),
    ...(nextOn === undefined ? {} : { nextOn: dayOrNone(nextOn) ?? null }),
  }
  if (Object.keys(body).length === 0) return
  await call('PUT /programmes/{id}/members', {
    params: { id: programme.id },
    body: { ...of, ...body },
  })
}

function TermFields({ programme, terms }: { programme: Programme; terms: Terms }) {
  const words = useWords(WORDS)
  const today = dayOf(new Date(), useSession().workspace.timeZone)
  return (
    <>
      <OwnerField owner={terms.owner} none={words.asProgramme(programme.owner?.name ?? '')} />
      <NumberInput
        name="rhythmDays"
        label={words.rhythm}
        placeholder={words.asProgramme(words.every(programme.rhythmDays))}
        defaultValue={terms.rhythmDays}
        min={1}
        max={3_650}
      />
      <TextInput
        type="date"
        name="nextOn"
        label={words.nextOn}
        defaultValue={terms.nextOn}
        // One that has passed may stay.
        min={terms.nextOn !== '' && terms.nextOn < today ? terms.nextOn : today}
      />
    </>
  )
}

/** Where one member differs from the programme. */
export function TermsForm(props: { programme: Programme; member: Member; close: () => void }) {
  const words = useWords(WORDS)
  const { programme, member, close } = props
  const { of } = member
  const subject = of.type === 'person' ? { person: of.id } : { organisation: of.id }
  const terms = termsOf(member, programme)
  return (
    <SendForm
      title={words.termsOf(of.name)}
      send={(form) => sendTerms(programme, subject, terms, form)}
      close={close}
    >
      <TermFields programme={programme} terms={terms} />
    </SendForm>
  )
}

/** Puts a person or an organisation into the programme: from now on they are of its kind. */
export function JoinForm({ programme, close }: { programme: Programme; close: () => void }) {
  const words = useWords(WORDS)
  const nameOf = useRelationName()
  const { timeZone } = useSession().workspace
  const [person, setPerson] = useState<Picked | null>(null)
  const [organisation, setOrganisation] = useState<Picked | null>(null)
  // Whose relation was entered before the rest was refused.
  const joined = useRef<string>(undefined)
  const today = dayOf(new Date(), timeZone)
  const send = async (form: FormData) => {
    const id = person?.id ?? organisation?.id ?? ''
    if (joined.current !== id) {
      const since = dayOrNone(form.get('since'))
      const body = { kind: programme.kind, ...withoutEmpty({ since }) }
      if (person !== null) await call('POST /people/{id}/relations', { params: { id }, body })
      else await call('POST /organisations/{id}/relations', { params: { id }, body })
      joined.current = id
    }
    await sendTerms(programme, person === null ? { organisation: id } : { person: id }, NONE, form)
  }
  return (
    <SendForm title={words.joinTo(nameOf(programme.kind))} send={send} close={close}>
      <p className="small soft">{words.joinDoes(nameOf(programme.kind))}</p>
      <PersonPick
        value={person}
        choose={(picked) => {
          setPerson(picked)
          setOrganisation(null)
        }}
        isRequired={organisation === null}
      />
      <OrganisationPick
        value={organisation}
        choose={(picked) => {
          setOrganisation(picked)
          setPerson(null)
        }}
      />
      <TextInput type="date" name="since" label={words.since} defaultValue={today} max={today} />
      <TermFields programme={programme} terms={NONE} />
    </SendForm>
  )
}
