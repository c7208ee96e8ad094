import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { instantOf, localNow } from '../../instants.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Person } from '../../terms.ts'
import { CONTACT_WORDS, type ContactKind } from '../crm/words.ts'
import { DialogForm, textOf } from '../dialog-form.tsx'
import { RelationField } from '../relation-names.tsx'
import { type Draft, EMPTY, personOf } from './draft.ts'
import { Lookalikes, useLookalikes } from './lookalikes.tsx'
import { OrganisationName } from './organisation-name.tsx'
import './people.css'
import { WORDS } from './words.ts'

const KINDS = Object.keys(CONTACT_WORDS) as ContactKind[]

/** The button that writes somebody down, and then opens them; of an organisation where one is named. */
export function AddPersonButton({ organisation }: { organisation?: string }) {
  const words = useWords(WORDS)
  const session = useSession()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  if (!mayWrite(session)) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {organisation === undefined ? words.add : words.addHere}
      </Button>
      {isOpen && (
        <AddPerson
          organisation={organisation ?? ''}
          close={() => setOpen(false)}
          done={({ id }) => navigate({ to: '/people/$id', params: { id } })}
        />
      )}
    </>
  )
}

function useAdd(draft: Draft, others: readonly string[], done: (person: Person) => void) {
  const client = useQueryClient()
  const { workspace } = useSession()
  return useMutation({
    mutationFn: async (form: FormData) => {
      const summary = textOf(form, 'met')
      const at = instantOf(textOf(form, 'metAt') ?? '', workspace.timeZone)
      const by = KINDS.find((kind) => kind === form.get('metBy')) ?? 'other'
      const relation = textOf(form, 'relation') ?? undefined
      const body = {
        ...personOf(draft),
        ...withoutEmpty({ relation }),
        ...(summary === null ? {} : { firstContact: { by, at, summary } }),
        others: [...others],
      }
      return call('POST /people', { body })
    },
    onSuccess: async (person) => {
      await client.invalidateQueries()
      done(person)
    },
  })
}

/** Writes somebody down; whoever looks alike is shown while it is typed, and has to be ruled out. */
export function AddPerson(props: {
  organisation?: string
  close: () => void
  done: (person: Person) => void
}) {
  const words = useWords(WORDS)
  const [draft, setDraft] = useState({ ...EMPTY, organisation: props.organisation ?? '' })
  const { found, isSettled } = useLookalikes(draft)
  const alike = found.data?.items.map(({ person }) => person.id) ?? []
  const seen = alike.join(' ')
  // Who was ruled out is ruled out by name: of somebody who appears later nothing was said.
  const [ruledOut, setRuledOut] = useState('')
  const areOthers = seen !== '' && ruledOut === seen
  const add = useAdd(draft, areOthers ? alike : [], props.done)
  const change = (said: Partial<Draft>) => setDraft({ ...draft, ...said })
  return (
    <DialogForm
      title={words.add}
      close={props.close}
      save={add.mutate}
      isSaving={add.isPending}
      problem={add.error}
      isReady={isSettled}
    >
      <NameFields draft={draft} change={change} />
      <DetailFields draft={draft} change={change} />
      <Lookalikes
        {...{ draft, found, areOthers }}
        sayOthers={(said) => setRuledOut(said ? seen : '')}
      />
      <PlaceFields draft={draft} change={change} />
      <FirstContact />
    </DialogForm>
  )
}

interface Fields {
  draft: Draft
  change: (said: Partial<Draft>) => void
}

/** Family name first, as in Japan. */
function NameFields({ draft, change }: Fields) {
  const words = useWords(WORDS)
  return (
    <div className="field-row">
      {(['familyName', 'givenName', 'nameReading'] as const).map((name) => (
        <TextInput
          key={name}
          label={words[name]}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
          maxLength={500}
          autoComplete="off"
          data-autofocus={name === 'familyName' || undefined}
        />
      ))}
    </div>
  )
}

function DetailFields({ draft, change }: Fields) {
  const words = useWords(WORDS)
  const field = (name: 'emails' | 'phones' | 'platform' | 'account') => ({
    value: draft[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      change({ [name]: event.currentTarget.value }),
    maxLength: 2000,
    autoComplete: 'off',
  })
  return (
    <>
      <div className="field-row">
        <TextInput label={words.emails} description={words.several} {...field('emails')} />
        <TextInput label={words.phones} description={words.several} {...field('phones')} />
      </div>
      <div className="field-row">
        <TextInput
          label={words.accountName}
          description={words.accountHint}
          {...field('account')}
        />
        <TextInput label={words.platform} {...field('platform')} />
      </div>
    </>
  )
}

function PlaceFields({ draft, change }: Fields) {
  const words = useWords(WORDS)
  return (
    <>
      <OrganisationName
        label={words.organisation}
        value={draft.organisation}
        type={(organisation) => change({ organisation })}
      />
      <div className="field-row">
        {(['department', 'role'] as const).map((name) => (
          <TextInput
            key={name}
            label={words[name]}
            value={draft[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
            maxLength={500}
          />
        ))}
        <RelationField label={words.relation} name="relation" subject="person" />
      </div>
    </>
  )
}

function FirstContact() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { timeZone } = useSession().workspace
  return (
    <>
      <div className="field-row">
        <NativeSelect
          name="metBy"
          label={words.metBy}
          defaultValue="exhibition"
          data={KINDS.map((value) => ({ value, label: CONTACT_WORDS[value][language] }))}
        />
        <TextInput
          type="datetime-local"
          name="metAt"
          label={`${words.metAt} (${timeZone})`}
          defaultValue={localNow(new Date(), timeZone)}
          required
        />
      </div>
      <Textarea
        name="met"
        size="xs"
        label={words.met}
        description={words.metHint}
        rows={3}
        maxLength={20_000}
      />
    </>
  )
}
