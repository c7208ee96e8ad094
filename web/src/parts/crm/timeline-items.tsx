import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../client.ts'
import { formatMoney } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import type { Contact, Note, Task, TimelineItem } from '../../terms.ts'
import { ConfirmRemoval } from '../confirm-removal.tsx'
import { PostTime } from '../post.tsx'
import { RelationSpan, useRelationName } from '../relation-names.tsx'
import { SOURCE_WORDS } from '../relation-words.ts'
import { WORDS as COMMON } from '../words.ts'
import type { About, NamedAbout } from './about.ts'
import { ContactForm } from './contact-form.tsx'
import { cutAtMentions } from './mentions.ts'
import { NoteForm } from './note-form.tsx'
import { useRefresh } from './refresh.ts'
import { TaskRow } from './task-row.tsx'
import { CONTACT_WORDS, ITEM_WORDS, MERGE_ORIGIN_WORDS, STATE_WORDS, WORDS } from './words.ts'

/** Whom or what an item is about, where that is not whose timeline it is. */
export function AboutLink({ about, of }: { about: NamedAbout | null; of?: About }) {
  if (about === null || about.id === of?.id) return null
  const { id, kind } = about
  const name = <bdi>{about.name}</bdi>
  if (kind === 'person') {
    return (
      <Link to="/people/$id" params={{ id }}>
        {name}
      </Link>
    )
  }
  return (
    <Link to={kind === 'deal' ? '/deals/$id' : '/organisations/$id'} params={{ id }}>
      {name}
    </Link>
  )
}

function Head(props: { kind: string; at: string; children?: ReactNode; beside?: ReactNode }) {
  return (
    <div className="row small">
      <strong>{props.kind}</strong>
      {props.children}
      <span className="soft">
        <PostTime time={props.at} />
      </span>
      {props.beside}
    </div>
  )
}

function By({ who }: { who: Note['author'] }) {
  const words = useWords(WORDS)
  if (who === null) return null
  return <span className="soft">{words.by(who.name ?? words.leftMember)}</span>
}

export function NoteItem({ note, of }: { note: Note; of?: About }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <article className="post" aria-label={ITEM_WORDS.note[language]}>
      <Head
        kind={ITEM_WORDS.note[language]}
        at={note.createdAt}
        beside={<NoteActions note={note} />}
      >
        <AboutLink about={note.about} {...(of === undefined ? {} : { of })} />
        <WrittenBy note={note} />
        {note.editedAt !== null && <span className="soft">{words.edited}</span>}
      </Head>
      <NoteText note={note} />
    </article>
  )
}

function WrittenBy({ note: { author, isImported } }: { note: Note }) {
  const words = useWords(WORDS)
  if (!isImported) return <By who={author} />
  const name = author === null ? undefined : (author.name ?? words.leftMember)
  return <span className="soft">{words.importedBy(name)}</span>
}

function NoteText({ note }: { note: Note }) {
  const names = note.mentions.flatMap(({ name }) => name ?? [])
  return (
    <p className="note-text" dir="auto">
      {cutAtMentions(note.text, names).map(({ text, isMention }, i) =>
        isMention ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          <strong key={i} className="mention">
            {text}
          </strong>
        ) : (
          text
        ),
      )}
    </p>
  )
}

function NoteActions({ note }: { note: Note }) {
  const common = useWords(COMMON)
  const session = useSession()
  const [isEditing, setEditing] = useState(false)
  const isOwn = note.author?.id === session.member.id && mayWrite(session)
  if (!isOwn && !mayManage(session)) return null
  return (
    <>
      <button type="button" className="link-button small" onClick={() => setEditing(true)}>
        {common.edit}
      </button>
      <RemoveButton what="note" id={note.id} />
      {isEditing && <NoteForm about={note.about} note={note} close={() => setEditing(false)} />}
    </>
  )
}

const REMOVERS = {
  note: (id: string) => call('DELETE /notes/{id}', { params: { id } }),
  task: (id: string) => call('DELETE /tasks/{id}', { params: { id } }),
  contact: (id: string) => call('DELETE /contacts/{id}', { params: { id } }),
}

/** Removes a note, a task or a contact, after a question. */
export function RemoveButton({ what, id }: { what: keyof typeof REMOVERS; id: string }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const refresh = useRefresh(what)
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    await REMOVERS[what](id)
    await refresh()
  }
  return (
    <>
      <button type="button" className="link-button small" onClick={() => setAsking(true)}>
        {common.remove}
      </button>
      {isAsking && (
        <ConfirmRemoval title={words.removeTitle} remove={remove} close={() => setAsking(false)}>
          {words.removeText}
        </ConfirmRemoval>
      )}
    </>
  )
}

export function TaskItem({ task, of }: { task: Task; of: About }) {
  const { language } = useLanguage()
  return (
    <article className="post" aria-label={ITEM_WORDS.task[language]}>
      <Head kind={ITEM_WORDS.task[language]} at={task.doneAt ?? task.createdAt} />
      <TaskRow task={task} of={of} />
    </article>
  )
}

type Move = Extract<TimelineItem, { kind: 'deal' }>

/** Where a deal began, or where it went. */
export function DealItem({ move, of }: { move: Move; of: About }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { deal } = move
  return (
    <article className="post" aria-label={ITEM_WORDS.deal[language]}>
      <Head kind={ITEM_WORDS.deal[language]} at={move.at}>
        <AboutLink about={{ kind: 'deal', id: deal.id, name: deal.name }} of={of} />
        <By who={move.author} />
      </Head>
      <p className="row small">
        <span className="deal-move" data-state={move.to.state}>
          {move.from === null
            ? `${move.to.stage.name} (${words.began})`
            : words.stageTo(placeOf(move.from, language), placeOf(move.to, language))}
        </span>
        {deal.value !== null && deal.currency !== null && (
          <span className="number">{formatMoney(deal.value, deal.currency, language)}</span>
        )}
      </p>
    </article>
  )
}

function placeOf(
  place: { stage: { name: string } | null; state: Move['to']['state'] },
  language: 'ja' | 'en',
): string {
  return place.state === 'open' ? (place.stage?.name ?? '') : STATE_WORDS[place.state][language]
}

export function ContactItem({ contact, of }: { contact: Contact; of?: About }) {
  const words = useWords(WORDS)
  const session = useSession()
  const { language } = useLanguage()
  const { organisation, deal, member } = contact
  const others = [
    ...contact.people.map((one) => ({ ...one, kind: 'person' as const })),
    ...(organisation === null ? [] : [{ ...organisation, kind: 'organisation' as const }]),
    ...(deal === null ? [] : [{ ...deal, kind: 'deal' as const }]),
  ]
  return (
    <article className="post" aria-label={ITEM_WORDS.contact[language]}>
      <Head
        kind={CONTACT_WORDS[contact.by][language]}
        at={contact.at}
        beside={mayWrite(session) && <ContactActions contact={contact} />}
      >
        {others.map((about) => (
          <AboutLink key={about.id} about={about} {...(of === undefined ? {} : { of })} />
        ))}
        {member !== null && <span className="soft">{member.name ?? words.leftMember}</span>}
      </Head>
      <p className="note-text" dir="auto">
        {contact.summary}
      </p>
    </article>
  )
}

function ContactActions({ contact }: { contact: Contact }) {
  const common = useWords(COMMON)
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <button type="button" className="link-button small" onClick={() => setEditing(true)}>
        {common.edit}
      </button>
      <RemoveButton what="contact" id={contact.id} />
      {isEditing && <ContactForm about={null} contact={contact} close={() => setEditing(false)} />}
    </>
  )
}

/** Who was found to be one; the way back is on the person's page. */
export function MergeItem({ merge }: { merge: Extract<TimelineItem, { kind: 'merge' }> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <article className="post" aria-label={ITEM_WORDS.merge[language]}>
      <Head kind={ITEM_WORDS.merge[language]} at={merge.at}>
        {merge.undoneAt !== null && <span className="soft">{words.mergeUndone}</span>}
      </Head>
      <p>
        <bdi>{words.mergedInto(merge.merged.name, merge.keep.name)}</bdi>
      </p>
      <p className="row small soft">
        {MERGE_ORIGIN_WORDS[merge.origin][language]}
        <By who={merge.author} />
      </p>
    </article>
  )
}

/** What somebody became to us. */
export function RelationItem(props: {
  entry: Extract<TimelineItem, { kind: 'relation' }>
  of: About
}) {
  const { entry, of } = props
  const { language } = useLanguage()
  const nameOf = useRelationName()
  return (
    <article className="post" aria-label={ITEM_WORDS.relation[language]}>
      <Head kind={ITEM_WORDS.relation[language]} at={entry.at}>
        <AboutLink about={entry.of} of={of} />
      </Head>
      <p className="row small">
        <span className="chip chip-relation">{nameOf(entry.relation)}</span>
        <RelationSpan since={entry.since} until={entry.until} />
        <span className="soft">{SOURCE_WORDS[entry.source][language]}</span>
        <By who={entry.author} />
      </p>
    </article>
  )
}
