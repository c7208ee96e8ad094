import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { instantOf, localNow } from '../../instants.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { useSession } from '../../session.ts'
import type { Contact } from '../../terms.ts'
import { DialogForm, textOf } from '../dialog-form.tsx'
import { HeldOutNotice } from '../held-out.tsx'
import type { About, NamedAbout } from './about.ts'
import { MemberField, PersonPick, type Picked } from './picks.tsx'
import { useRefresh } from './refresh.ts'
import { CONTACT_WORDS, type ContactKind, WORDS } from './words.ts'

const KINDS = Object.keys(CONTACT_WORDS) as ContactKind[]

/** Records a call, a visit, a talk: with whom, when, and what was said; or corrects it. */
export function ContactForm(props: {
  about: NamedAbout | null
  contact?: Contact
  close: () => void
}) {
  const { about, contact, close } = props
  const words = useWords(WORDS)
  const { member: me, workspace } = useSession()
  const refresh = useRefresh('contact')
  const own = about?.kind === 'person' ? { id: about.id, name: about.name } : null
  const [person, setPerson] = useState<Picked | null>(contact?.people[0] ?? own)
  const [member, setMember] = useState(contact === undefined ? me.id : (contact.member?.id ?? null))
  const others = contact?.people.slice(1) ?? []
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const body = {
        by: KINDS.find((kind) => kind === form.get('by')) ?? 'other',
        at: instantOf(textOf(form, 'at') ?? '', workspace.timeZone),
        summary: textOf(form, 'summary') ?? '',
        // Those beside the first stay as they are.
        people: [...(person === null ? [] : [person.id]), ...others.map(({ id }) => id)],
        member,
      }
      if (contact !== undefined) {
        await call('PATCH /contacts/{id}', { params: { id: contact.id }, body })
      } else await call('POST /contacts', { body: { ...body, ...placeOf(about) } })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={contact === undefined ? words.addContact : words.editContact}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <ContactFields contact={contact} />
      <PersonPick label={words.withWhom} value={person} choose={setPerson} />
      {person !== null && <HeldOutNotice personId={person.id} />}
      <MemberField label={words.ourMember} value={member} choose={setMember} />
    </DialogForm>
  )
}

function placeOf(about: About | null): { organisation?: string; deal?: string } {
  return about === null || about.kind === 'person' ? {} : { [about.kind]: about.id }
}

function ContactFields({ contact }: { contact: Contact | undefined }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const at = contact === undefined ? new Date() : new Date(contact.at)
  return (
    <>
      <NativeSelect
        name="by"
        label={words.contactBy}
        defaultValue={contact?.by ?? 'phone'}
        data={KINDS.map((value) => ({ value, label: CONTACT_WORDS[value][language] }))}
        data-autofocus
      />
      <TextInput
        type="datetime-local"
        name="at"
        label={`${words.contactAt} (${workspace.timeZone})`}
        defaultValue={localNow(at, workspace.timeZone)}
        required
      />
      <Textarea
        name="summary"
        size="xs"
        label={words.summary}
        defaultValue={contact?.summary ?? ''}
        rows={4}
        required
        maxLength={20_000}
      />
    </>
  )
}
