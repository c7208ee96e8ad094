import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../api.ts'
import { ask, call } from '../client.ts'
import { dayOrNone, withoutEmpty } from '../filters.ts'
import { dayOf } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { mayWrite, useSession } from '../session.ts'
import { Awaiting } from './awaiting.tsx'
import { EvidenceText } from './evidence-text.tsx'
import { ProblemNote } from './problem.tsx'
import { ProposalList, useRelationsChanged } from './proposals.tsx'
import {
  RelationField,
  RelationSpan,
  type RelationSubject,
  useRelationName,
} from './relation-names.tsx'
import { RELATIONS_WORDS, SOURCE_WORDS } from './relation-words.ts'
import './relations.css'
import { DialogForm } from './dialog-form.tsx'

interface Of {
  type: RelationSubject
  id: string
}
type Entry = ItemOf<'GET /people/{id}/relations'>

function askRelations({ type, id }: Of) {
  return type === 'person'
    ? ask('GET /people/{id}/relations', { params: { id } })
    : ask('GET /organisations/{id}/relations', { params: { id } })
}

/** What somebody is and was to us, with dates and why; members add, end and correct. */
export function Relations({ of }: { of: Of }) {
  const words = useWords(RELATIONS_WORDS)
  const session = useSession()
  const [doing, setDoing] = useState<'add' | Entry | null>(null)
  const { type, id } = of
  // One route or the other; what both answer is the same.
  const query = useQuery<{ items: Entry[] }>({
    queryKey: askRelations(of).queryKey,
    queryFn: () =>
      type === 'person'
        ? call('GET /people/{id}/relations', { params: { id } })
        : call('GET /organisations/{id}/relations', { params: { id } }),
  })
  return (
    <section className="sheet stack-tight" aria-labelledby="relations">
      <h2 id="relations">{words.relations}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <Entries of={of} entries={query.data.items} edit={setDoing} />
      )}
      {type === 'person' && <PersonProposals id={id} />}
      {mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => setDoing('add')}>
            {words.add}
          </Button>
        </div>
      )}
      {doing === 'add' && <AddForm of={of} close={() => setDoing(null)} />}
      {doing !== null && doing !== 'add' && (
        <DatesForm of={of} entry={doing} close={() => setDoing(null)} />
      )}
    </section>
  )
}

function PersonProposals({ id }: { id: string }) {
  const words = useWords(RELATIONS_WORDS)
  const query = useQuery(ask('GET /relation-proposals', { query: { person: id } }))
  if (query.data === undefined || query.data.items.length === 0) return null
  return (
    <div className="stack-tight">
      <h3>{words.proposals}</h3>
      <ProposalList proposals={query.data.items} isNaming={false} />
    </div>
  )
}

function Entries(props: { of: Of; entries: Entry[]; edit: (entry: Entry) => void }) {
  const words = useWords(RELATIONS_WORDS)
  const { entries } = props
  if (entries.length === 0) return <p className="soft">{words.none}</p>
  const [holding, over] = [
    entries.filter(({ until }) => until === null),
    entries.filter(({ until }) => until !== null),
  ]
  return (
    <>
      <EntryList {...props} entries={holding} />
      {over.length > 0 && (
        <details>
          <summary className="small">
            {words.history} ({over.length})
          </summary>
          <EntryList {...props} entries={over} />
        </details>
      )}
    </>
  )
}

function EntryList(props: { of: Of; entries: Entry[]; edit: (entry: Entry) => void }) {
  const changed = useRelationsChanged()
  const { timeZone } = useSession().workspace
  const end = useMutation({
    mutationFn: (entry: Entry) =>
      sendDates(props.of, entry.id, { until: dayOf(new Date(), timeZone) }),
    onSuccess: changed,
  })
  return (
    <>
      <ProblemNote problem={end.error} />
      <ul className="bare-list">
        {props.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} edit={props.edit} end={() => end.mutate(entry)} />
        ))}
      </ul>
    </>
  )
}

function EntryRow(props: { entry: Entry; edit: (entry: Entry) => void; end: () => void }) {
  const words = useWords(RELATIONS_WORDS)
  const { language } = useLanguage()
  const nameOf = useRelationName()
  const { entry } = props
  const name = nameOf(entry.kind)
  const by = entry.confirmedBy?.name
  return (
    <li className="relation-entry stack-tight">
      <div className="row">
        <span className="chip chip-relation">{name}</span>
        <span className="small">
          <RelationSpan since={entry.since} until={entry.until} />
        </span>
        <span className="small soft">
          {SOURCE_WORDS[entry.source][language]}
          {entry.rule?.name && (
            <>
              {': '}
              <bdi>{entry.rule.name}</bdi>
            </>
          )}
          {by && (
            <>
              {' · '}
              <bdi>{by}</bdi>
            </>
          )}
        </span>
      </div>
      <EvidenceText evidence={entry.evidence} />
      {mayWrite(useSession()) && (
        <span className="row small">
          <button
            type="button"
            className="link-button small"
            aria-label={words.datesOf(name)}
            onClick={() => props.edit(entry)}
          >
            {words.dates}
          </button>
          {entry.until === null && (
            <button
              type="button"
              className="link-button small"
              aria-label={words.endOf(name)}
              onClick={props.end}
            >
              {words.end}
            </button>
          )}
        </span>
      )}
    </li>
  )
}

type Dates = { since?: string | null; until?: string | null }

function sendDates({ type, id }: Of, relation: string, body: Dates) {
  const params = { id, relation }
  return type === 'person'
    ? call('PATCH /people/{id}/relations/{relation}', { params, body })
    : call('PATCH /organisations/{id}/relations/{relation}', { params, body })
}

function AddForm({ of, close }: { of: Of; close: () => void }) {
  const words = useWords(RELATIONS_WORDS)
  const changed = useRelationsChanged()
  const { type, id } = of
  const add = useMutation({
    mutationFn: async (form: FormData) => {
      const dates = { since: dayOrNone(form.get('since')), until: dayOrNone(form.get('until')) }
      const body = { kind: String(form.get('kind')), ...withoutEmpty(dates) }
      const params = { id }
      return type === 'person'
        ? call('POST /people/{id}/relations', { params, body })
        : call('POST /organisations/{id}/relations', { params, body })
    },
    onSuccess: async () => {
      await changed()
      close()
    },
  })
  return (
    <RelationForm title={words.add} send={add} close={close}>
      <RelationField label={words.kind} name="kind" subject={type} isRequired />
      <DateFields since={null} until={null} />
    </RelationForm>
  )
}

function DatesForm({ of, entry, close }: { of: Of; entry: Entry; close: () => void }) {
  const words = useWords(RELATIONS_WORDS)
  const nameOf = useRelationName()
  const changed = useRelationsChanged()
  const done = async () => {
    await changed()
    close()
  }
  const correct = useMutation({
    mutationFn: async (form: FormData) => {
      const since = dayOrNone(form.get('since')) ?? null
      return sendDates(of, entry.id, { since, until: dayOrNone(form.get('until')) ?? null })
    },
    onSuccess: done,
  })
  const remove = useMutation({
    mutationFn: async () => {
      const params = { id: of.id, relation: entry.id }
      return of.type === 'person'
        ? call('DELETE /people/{id}/relations/{relation}', { params })
        : call('DELETE /organisations/{id}/relations/{relation}', { params })
    },
    onSuccess: done,
  })
  return (
    <RelationForm title={words.datesOf(nameOf(entry.kind))} send={correct} close={close}>
      <DateFields since={entry.since} until={entry.until} />
      <ProblemNote problem={remove.error} />
      <div>
        <button type="button" className="link-button small" onClick={() => remove.mutate()}>
          {words.removeEntry}
        </button>
      </div>
    </RelationForm>
  )
}

function RelationForm(props: {
  title: string
  send: { mutate: (form: FormData) => void; isPending: boolean; error: Error | null }
  close: () => void
  children: React.ReactNode
}) {
  const { send, close } = props
  return (
    <DialogForm
      title={props.title}
      close={close}
      save={send.mutate}
      isSaving={send.isPending}
      problem={send.error}
      size="md"
    >
      {props.children}
    </DialogForm>
  )
}

function DateFields({ since, until }: { since: string | null; until: string | null }) {
  const words = useWords(RELATIONS_WORDS)
  const today = dayOf(new Date(), useSession().workspace.timeZone)
  return (
    <>
      <TextInput
        type="date"
        name="since"
        label={words.since}
        defaultValue={since ?? ''}
        max={today}
      />
      <TextInput
        type="date"
        name="until"
        label={words.until}
        description={words.untilHint}
        defaultValue={until ?? ''}
        max={today}
      />
    </>
  )
}
