import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, askAll, call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import type { BulkChange, CustomField } from '../../terms.ts'
import { FieldInput, readField } from '../cards/field-input.tsx'
import { MemberField } from '../crm/picks.tsx'
import { Dialog } from '../dialog.tsx'
import { textOf } from '../dialog-form.tsx'
import { guardEnter } from '../keys.ts'
import { ProblemNote } from '../problem.tsx'
import { RelationField } from '../relation-names.tsx'
import { WORDS as COMMON } from '../words.ts'
import '../cards/cards.css'
import { isNamedBy, type Narrowed } from './narrowed.ts'
import { isStanding, Standing, standingOf } from './standing.tsx'
import { CHANNEL_WORDS, WORDS } from './words.ts'

interface Aim {
  ids: string[] | null
  narrowed: Narrowed
}

/** What is asked for anew after an edit. */
const LISTED = {
  person: 'GET /people',
  organisation: 'GET /organisations',
  deal: 'GET /deals',
} as const

type Edit = Answer<'POST /bulk-edits'>

/** What is done with the rows chosen, or with all that match; and undoing the last edit. */
export function BulkBar(props: { ids: string[]; narrowed: Narrowed; clear: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [aim, setAim] = useState<Aim | null>(null)
  const [made, setMade] = useState<Edit | null>(null)
  const { ids, narrowed } = props
  // A list is narrowed by its own filter, which the server knows; only chosen rows are edited there.
  const maySelectAll = isNamedBy(narrowed)
  if (ids.length === 0 && !maySelectAll && made === null) return null
  const done = (edit: Edit) => {
    setMade(edit)
    setAim(null)
    props.clear()
  }
  return (
    <section className="sheet row bulk-bar" aria-label={words.bulk}>
      {ids.length > 0 && (
        <Button variant="default" onClick={() => setAim({ ids, narrowed })}>
          {words.bulkOf(formatCount(ids.length, language))}
        </Button>
      )}
      {maySelectAll && (
        <Button variant="default" onClick={() => setAim({ ids: null, narrowed })}>
          {words.bulkAll}
        </Button>
      )}
      {made !== null && <Made edit={made} subject={narrowed.subject} undone={setMade} />}
      {aim !== null && <BulkForm aim={aim} close={() => setAim(null)} done={done} />}
    </section>
  )
}

function Made(props: { edit: Edit; subject: Narrowed['subject']; undone: (edit: Edit) => void }) {
  const { edit, subject, undone } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => call('POST /bulk-edits/{id}/undo', { params: { id: edit.id } }),
    onSuccess: async (answer) => {
      undone(answer)
      await client.invalidateQueries({ queryKey: [LISTED[subject]] })
    },
  })
  const count = (of: number) => formatCount(of, language)
  if (edit.undoneAt !== null) {
    return <p role="status">{words.undone(count(edit.restored), count(edit.kept))}</p>
  }
  return (
    <>
      <p role="status">{words.made(count(edit.changes))}</p>
      <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
        {words.undo}
      </Button>
      <ProblemNote problem={undo.error} />
    </>
  )
}

const CHANNELS = Object.keys(CHANNEL_WORDS) as (keyof typeof CHANNEL_WORDS)[]

const KINDS = [
  'toOwner',
  'toSecond',
  'addTag',
  'removeTag',
  'addRelation',
  'endRelation',
  'setField',
  'closeContact',
  'openContact',
  'toStage',
  'toDay',
  'win',
  'lose',
  'reopen',
] as const
type Kind = (typeof KINDS)[number]

interface Said {
  kind: Kind
  member: string | null
  tag: string | undefined
  relation: string | undefined
  field: CustomField | undefined
}

const NOTHING: Said = {
  kind: 'addTag',
  member: null,
  tag: undefined,
  relation: undefined,
  field: undefined,
}

function changeOf(said: Said, form: FormData): BulkChange | null {
  const { kind, member, tag, relation, field } = said
  if (kind === 'toOwner') return { kind: 'owner', rank: 'main', member }
  if (kind === 'toSecond') return { kind: 'owner', rank: 'second', member }
  if (kind === 'addTag' || kind === 'removeTag') {
    return tag === undefined ? null : { kind: 'tag', tag, isOn: kind === 'addTag' }
  }
  if (kind === 'setField') {
    const value = field === undefined ? undefined : readField(form, field)
    if (field === undefined || value === undefined) return null
    return { kind: 'field', field: field.id, value }
  }
  if (kind === 'closeContact' || kind === 'openContact') {
    const channel = CHANNELS.find((one) => one === form.get('channel')) ?? 'all'
    const reason = textOf(form, 'reason') ?? ''
    return { kind: 'do-not-contact', channel, isOn: kind === 'closeContact', reason }
  }
  const standing = standingOf(kind, form)
  if (standing !== undefined) return standing
  if (relation === undefined) return null
  // The server checks it against the kinds that the workspace knows.
  const code = relation as Extract<BulkChange, { kind: 'relation' }>['relation']
  return { kind: 'relation', relation: code, isOn: kind === 'addRelation' }
}

function BulkForm(props: { aim: Aim; close: () => void; done: (edit: Edit) => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const [said, setSaid] = useState<Said>(NOTHING)
  const { ids, narrowed } = props.aim
  const { subject } = narrowed
  const bodyOf = (form: FormData) => {
    const change = changeOf(said, form)
    if (change === null) return null
    const whom = ids === null ? { filter: narrowed.filter ?? {} } : { ids }
    const onConflict = form.get('keep') === 'on' ? ('keep' as const) : ('overwrite' as const)
    return { subject, ...whom, change, onConflict }
  }
  const look = useMutation({
    mutationFn: async (form: FormData) => {
      const body = bodyOf(form)
      return body === null ? null : { body, ...(await call('POST /bulk-edits/preview', { body })) }
    },
  })
  const run = useMutation({
    mutationFn: (body: NonNullable<ReturnType<typeof bodyOf>>) =>
      call('POST /bulk-edits', { body }),
    onSuccess: async (edit) => {
      props.done(edit)
      await client.invalidateQueries({ queryKey: [LISTED[subject]] })
    },
  })
  const put = (part: Partial<Said>) => {
    look.reset()
    setSaid((before) => ({ ...before, ...part }))
  }
  const found = look.data
  return (
    <Dialog
      opened
      onClose={props.close}
      title={words.bulk}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        className="stack"
        onKeyDown={guardEnter}
        onChange={() => look.reset()}
        onSubmit={(event) => {
          event.preventDefault()
          look.mutate(new FormData(event.currentTarget))
        }}
      >
        <KindField said={said} subject={subject} put={put} />
        <Chosen said={said} subject={subject} put={put} />
        <Checkbox name="keep" label={words.keep} />
        <ProblemNote problem={look.error ?? run.error} />
        <div className="row">
          <Button type="submit" variant="default" loading={look.isPending}>
            {words.preview}
          </Button>
          {found != null && found.changes > 0 && (
            <Button loading={run.isPending} onClick={() => run.mutate(found.body)}>
              {words.run}
            </Button>
          )}
        </div>
        {found != null && <Preview found={found} />}
      </form>
    </Dialog>
  )
}

interface Saying {
  said: Said
  subject: Narrowed['subject']
  put: (part: Partial<Said>) => void
}

function KindField({ said, subject, put }: Saying) {
  const words = useWords(WORDS)
  // Deals are nothing to us; those who take part are.
  const kinds = KINDS.filter(
    (kind) =>
      (subject === 'deal' || !isStanding(kind)) &&
      (subject !== 'deal' || !kind.endsWith('Relation')) &&
      (subject === 'person' || !kind.endsWith('Contact')),
  )
  return (
    <NativeSelect
      label={words.change}
      value={said.kind}
      onChange={(event) => {
        const kind = KINDS.find((known) => known === event.currentTarget.value)
        put({ ...NOTHING, kind: kind ?? 'addTag' })
      }}
      data={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
      data-autofocus
    />
  )
}

function Chosen({ said, subject, put }: Saying) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const tags = useQuery(askAll('GET /tags'))
  const query = { subject }
  const fields = useQuery(ask('GET /custom-fields', { query }))
  if (said.kind === 'toOwner' || said.kind === 'toSecond') {
    return (
      <MemberField label={words.owner} value={said.member} choose={(member) => put({ member })} />
    )
  }
  if (said.kind === 'closeContact' || said.kind === 'openContact') return <Wish />
  if (isStanding(said.kind)) return <Standing kind={said.kind} />
  if (said.kind === 'addRelation' || said.kind === 'endRelation') {
    const { relation } = said
    return (
      <RelationField
        label={common.relation}
        subject={subject === 'organisation' ? 'organisation' : 'person'}
        value={relation}
        choose={(chosen) => put({ relation: chosen })}
      />
    )
  }
  const named = (all: { id: string; name: string }[] | undefined) => [
    { value: '', label: '—' },
    ...(all ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  if (said.kind !== 'setField') {
    return (
      <NativeSelect
        label={words.tag}
        value={said.tag ?? ''}
        required
        onChange={(event) => put({ tag: event.currentTarget.value || undefined })}
        data={named(tags.data)}
      />
    )
  }
  const known = fields.data?.items ?? []
  return (
    <>
      <NativeSelect
        label={words.field}
        value={said.field?.id ?? ''}
        required
        onChange={(event) =>
          put({ field: known.find(({ id }) => id === event.currentTarget.value) })
        }
        data={named(known)}
      />
      {said.field !== undefined && (
        <FieldInput key={said.field.id} field={said.field} value={null} />
      )}
    </>
  )
}

/** By which means nobody contacts them, and why. */
function Wish() {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <>
      <NativeSelect
        name="channel"
        label={words.means}
        data={CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value][language] }))}
      />
      <TextInput name="reason" label={words.reason} required maxLength={500} />
    </>
  )
}

function Preview({ found }: { found: Answer<'POST /bulk-edits/preview'> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const count = (of: number) => formatCount(of, language)
  return (
    <div role="status" className="stack-tight">
      <p>{words.changes(count(found.changes), count(found.same))}</p>
      <ul className="bare-list row small">
        {found.examples.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>
          </li>
        ))}
      </ul>
      {found.conflicts > 0 && (
        <>
          <p>{words.conflicts(count(found.conflicts))}</p>
          <ul className="bare-list row small">
            {found.conflictExamples.map((one) => (
              <li key={one.id}>
                <bdi>{one.name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
