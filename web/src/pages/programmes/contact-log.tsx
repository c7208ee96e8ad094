import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { askPages, call } from '../../client.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { CONTACT_WORDS } from '../../parts/crm/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { useRelationsChanged } from '../../parts/proposals.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Programme } from './programme-cards.tsx'
import { WORDS } from './words.ts'

type Member = ItemOf<'GET /programmes/{id}/members'>
type Contact = ItemOf<'GET /programmes/{id}/contacts'>

/** When we were in touch with one member; what was logged here by mistake is deleted here. */
export function ContactLog(props: { programme: Programme; member: Member; close: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const changed = useRelationsChanged()
  const { of } = props.member
  const [removing, setRemoving] = useState<Contact | null>(null)
  if (removing === null) {
    return (
      <Dialog
        opened
        onClose={props.close}
        size="lg"
        title={words.contactsOf(of.name)}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        <Logged programme={props.programme} of={of} remove={setRemoving} />
      </Dialog>
    )
  }
  const remove = async () => {
    const params = { id: props.programme.id, contact: removing.id }
    await call('DELETE /programmes/{id}/contacts/{contact}', { params })
    await changed()
  }
  return (
    <ConfirmRemoval
      title={words.removeContact}
      remove={remove}
      // Back to what is left.
      close={() => setRemoving(null)}
    >
      <ContactText contact={removing} />
    </ConfirmRemoval>
  )
}

function Logged(props: {
  programme: Programme
  of: Member['of']
  remove: (contact: Contact) => void
}) {
  const words = useWords(WORDS)
  const { id, type } = props.of
  const query = type === 'person' ? { person: id } : { organisation: id }
  const params = { id: props.programme.id }
  const pages = useInfiniteQuery(askPages('GET /programmes/{id}/contacts', { params, query }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <p className="soft">{words.noContacts}</p>
  return (
    <div className="stack-tight">
      <ul className="bare-list">
        {items.map((contact) => (
          <li key={contact.id} className="relation-entry row spread">
            <span>
              <ContactText contact={contact} />
            </span>
            <RemoveContact contact={contact} remove={props.remove} />
          </li>
        ))}
      </ul>
      <LoadMore pages={pages} />
    </div>
  )
}

/** Contacts that are kept elsewhere are deleted where they are kept. */
function RemoveContact(props: { contact: Contact; remove: (contact: Contact) => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const session = useSession()
  const { contact } = props
  if (contact.by !== null || !mayWrite(session)) return null
  return (
    <button
      type="button"
      className="link-button small"
      aria-label={words.removeContactOf(formatDay(contact.onDay, language))}
      onClick={() => props.remove(contact)}
    >
      {common.remove}
    </button>
  )
}

function ContactText({ contact: { onDay, by, isThanks, what, author } }: { contact: Contact }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      {formatDay(onDay, language)} {by !== null && CONTACT_WORDS[by][language]}{' '}
      {isThanks && <span className="chip chip-relation">{words.thanks}</span>}{' '}
      <bdi>{what ?? ''}</bdi> <bdi className="soft small">{author?.name ?? ''}</bdi>
    </>
  )
}
