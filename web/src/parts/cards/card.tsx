import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, askAll, call } from '../../client.ts'
import { dayOf, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Card, FieldValue } from '../../terms.ts'
import { Awaiting } from '../awaiting.tsx'
import '../chips.css'
import type { About } from '../crm/about.ts'
import { MemberField } from '../crm/picks.tsx'
import { DialogForm, textOf } from '../dialog-form.tsx'
import { safeUrl } from '../outside-link.ts'
import { FieldInput, readField } from './field-input.tsx'
import { useValueText } from './value-text.ts'
import { WORDS } from './words.ts'

type Field = Card['fields'][number]
type Patch = Parameters<typeof call<'PATCH /people/{id}/card'>>[1]['body']

function askCard({ kind, id }: About) {
  const params = { id }
  if (kind === 'person')
    return {
      key: ask('GET /people/{id}/card', { params }).queryKey,
      get: () => call('GET /people/{id}/card', { params }),
      patch: (body: Patch) => call('PATCH /people/{id}/card', { params, body }),
    }
  if (kind === 'organisation')
    return {
      key: ask('GET /organisations/{id}/card', { params }).queryKey,
      get: () => call('GET /organisations/{id}/card', { params }),
      patch: (body: Patch) => call('PATCH /organisations/{id}/card', { params, body }),
    }
  return {
    key: ask('GET /deals/{id}/card', { params }).queryKey,
    get: () => call('GET /deals/{id}/card', { params }),
    patch: (body: Patch) => call('PATCH /deals/{id}/card', { params, body }),
  }
}

/** Who looks after it, its tags and the workspace's own fields. */
export function CardPart({ of }: { of: About }) {
  const words = useWords(WORDS)
  const session = useSession()
  const [isEditing, setEditing] = useState(false)
  const { key, get } = askCard(of)
  const query = useQuery<Card>({ queryKey: key, queryFn: get })
  return (
    <section className="sheet stack-tight" aria-labelledby="card">
      <h2 id="card">{words.card}</h2>
      {query.data === undefined ? <Awaiting query={query} /> : <Shown card={query.data} />}
      {query.data !== undefined && mayWrite(session) && (
        <div>
          <Button variant="default" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        </div>
      )}
      {query.data !== undefined && isEditing && (
        <CardForm of={of} card={query.data} close={() => setEditing(false)} />
      )}
    </section>
  )
}

function Shown({ card }: { card: Card }) {
  const words = useWords(WORDS)
  const name = (who: Card['owner']) => (who === null ? words.noOwner : (who.name ?? words.left))
  return (
    <>
      <p className="row small">
        <span>
          {words.owner}: <bdi>{name(card.owner)}</bdi> <Departments of={today(card, 'main')} />
        </span>
        {card.secondOwner !== null && (
          <span>
            {words.secondOwner}: <bdi>{name(card.secondOwner)}</bdi>{' '}
            <Departments of={today(card, 'second')} />
          </span>
        )}
      </p>
      <History card={card} />
      <ul className="bare-list row" aria-label={words.tags}>
        {card.tags.map((tag) => (
          <li key={tag.id} className="chip chip-relation">
            <bdi>{tag.name}</bdi>
          </li>
        ))}
        {card.tags.length === 0 && <li className="soft small">{words.noTags}</li>}
      </ul>
      {card.fields.map((field) => (
        <p key={field.id} className="row small">
          <span className="soft">{field.name}</span> <Value field={field} />
        </p>
      ))}
    </>
  )
}

type Ownership = Card['owners'][number]

function today(card: Card, rank: Ownership['rank']): Ownership | undefined {
  return card.owners.find((one) => one.rank === rank && one.until === null)
}

/** Where the owner worked meanwhile. */
function Departments({ of }: { of: Ownership | undefined }) {
  const names = of?.departments.map((one) => one.name) ?? []
  if (names.length === 0) return null
  return (
    <span className="soft">
      (<bdi>{names.join(' → ')}</bdi>)
    </span>
  )
}

function History({ card }: { card: Card }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { timeZone } = useSession().workspace
  const day = (time: string) => formatDay(dayOf(new Date(time), timeZone), language)
  const past = card.owners.filter(({ until }) => until !== null)
  if (past.length === 0) return null
  return (
    <details className="small">
      <summary>
        {words.history} ({past.length})
      </summary>
      <ul className="bare-list">
        {past.map((one) => (
          <li key={`${one.rank}${one.since}${one.member?.id}`}>
            {one.rank === 'main' ? words.owner : words.secondOwner}:{' '}
            <bdi>{one.member?.name ?? words.left}</bdi> <Departments of={one} /> {day(one.since)} –{' '}
            {one.until !== null && day(one.until)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Value({ field }: { field: Field }) {
  const words = useWords(WORDS)
  const textOfValue = useValueText()
  const { kind, value } = field
  if (value === null) return <span className="soft">{words.empty}</span>
  if (kind === 'url') {
    return (
      <a href={safeUrl(String(value))} target="_blank" rel="noopener noreferrer">
        {String(value)}
      </a>
    )
  }
  return <bdi>{textOfValue(field, value)}</bdi>
}

function CardForm({ of, card, close }: { of: About; card: Card; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const [owner, setOwner] = useState(card.owner?.id ?? null)
  const [second, setSecond] = useState(card.secondOwner?.id ?? null)
  const keep = useMutation({
    mutationFn: async (form: FormData) => {
      const { key, patch } = askCard(of)
      const fields: Record<string, FieldValue | null> = {}
      for (const field of card.fields) {
        const value = readField(form, field)
        if (value === undefined) throw new Error(words.notANumber(field.name))
        fields[field.id] = value
      }
      const kept = form.getAll('tag').map(String)
      const named = (textOf(form, 'newTags') ?? '').split(/[,、，]/).map((name) => name.trim())
      client.setQueryData(
        key,
        await patch({
          ...(owner === (card.owner?.id ?? null) ? {} : { owner }),
          ...(second === (card.secondOwner?.id ?? null) ? {} : { secondOwner: second }),
          removeTags: card.tags.flatMap(({ id }) => (kept.includes(id) ? [] : [id])),
          newTags: named.filter((name) => name !== ''),
          fields,
        }),
      )
      await client.invalidateQueries({ queryKey: ['GET /tags'] })
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={words.edit}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <div className="row row-end">
        <MemberField label={words.owner} value={owner} choose={setOwner} />
        <MemberField label={words.secondOwner} value={second} choose={setSecond} />
      </div>
      {card.tags.length > 0 && (
        <fieldset className="card-tags row">
          <legend>{words.keepTags}</legend>
          {card.tags.map((tag) => (
            <Checkbox key={tag.id} name="tag" value={tag.id} defaultChecked label={tag.name} />
          ))}
        </fieldset>
      )}
      <TagNames />
      {card.fields.map((field) => (
        <FieldInput key={field.id} field={field} value={field.value} />
      ))}
    </DialogForm>
  )
}

function TagNames() {
  const words = useWords(WORDS)
  const id = 'card-new-tags'
  const tags = useQuery(askAll('GET /tags'))
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{words.newTags}</label>
      <input id={id} name="newTags" className="card-input" list="card-tag-names" maxLength={1000} />
      <datalist id="card-tag-names">
        {(tags.data ?? []).map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
    </div>
  )
}
