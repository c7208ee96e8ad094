import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import '../person/merge.css'
import { LIKENESS_WORDS, MERGE_FIELD_WORDS, MERGE_WORDS, type Preview } from './merge-words.ts'

type Side = 'keep' | 'merge'
interface Named {
  id: string
  name: string
}

/** Finds the other organisation unless it is given, shows the two side by side, and merges them. */
export function MergeDialog(props: { organisation: Named; other?: string; close: () => void }) {
  const words = useWords(MERGE_WORDS)
  const common = useWords(COMMON)
  const [other, setOther] = useState(props.other)
  return (
    <Dialog
      opened
      onClose={props.close}
      size="xl"
      title={other === undefined ? words.mergeWith : words.sideBySide}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {other === undefined ? (
        <Find besides={props.organisation} choose={setOther} />
      ) : (
        <SideBySide ids={[props.organisation.id, other]} close={props.close} />
      )}
    </Dialog>
  )
}

function Find(props: { besides: Named; choose: (id: string) => void }) {
  const words = useWords(MERGE_WORDS)
  const [q, setQ] = useState('')
  const query = q.trim() === '' ? { limit: 20 } : { q: q.trim(), limit: 20 }
  const found = useQuery({
    ...ask('GET /organisations', { query }),
    placeholderData: (before) => before,
    // Who was found before a merge may be nobody now.
    gcTime: 0,
  })
  const others = found.data?.items.filter(({ id }) => id !== props.besides.id)
  return (
    <search className="stack" onKeyDown={guardEnter}>
      <TextInput
        label={words.search}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      {others === undefined ? (
        <Awaiting query={found} />
      ) : others.length === 0 ? (
        <p className="soft">{words.nothing}</p>
      ) : (
        <ul className="bare-list merge-found">
          {others.map(({ id, name, domain }) => (
            <li key={id}>
              <button type="button" className="link-button" onClick={() => props.choose(id)}>
                <bdi>{name}</bdi> <span className="soft small">{domain}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}

function SideBySide(props: { ids: [string, string]; close: () => void }) {
  const words = useWords(MERGE_WORDS)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isTurned, setTurned] = useState(false)
  const [chosen, setChosen] = useState<Record<string, Side>>({})
  const [keep, merge] = isTurned ? [props.ids[1], props.ids[0]] : props.ids
  const preview = useQuery({
    queryKey: ['POST /organisations/merges/preview', keep, merge],
    queryFn: ({ signal }) =>
      call('POST /organisations/merges/preview', { body: { keep, merge }, signal }),
  })
  const join = useMutation({
    mutationFn: () => call('POST /organisations/merges', { body: { keep, merge, fields: chosen } }),
    onSuccess: async () => {
      props.close()
      await client.invalidateQueries()
      await navigate({ to: '/organisations/$id', params: { id: keep } })
    },
  })
  if (preview.data === undefined) return <Awaiting query={preview} />
  if (preview.data.isOneAlready) return <p>{words.isOne}</p>
  const turn = () => {
    setTurned(!isTurned)
    setChosen({})
  }
  return (
    <div className="stack">
      <Reasons of={preview.data.reasons} />
      <Table
        preview={preview.data}
        chosen={chosen}
        choose={(field, side) => setChosen({ ...chosen, [field]: side })}
      />
      <p className="soft small">{words.undoHint}</p>
      <ProblemNote problem={join.error} />
      <div className="row">
        <Button loading={join.isPending} onClick={() => join.mutate()}>
          {words.merge}
        </Button>
        <Button variant="default" onClick={turn}>
          {words.swap}
        </Button>
      </div>
    </div>
  )
}

/** In what two organisations are alike. */
export function Reasons({ of }: { of: Preview['reasons'] }) {
  const { language } = useLanguage()
  if (of.length === 0) return null
  return (
    <span className="row small">
      {of.map((reason) => (
        <span key={reason} className="chip">
          {LIKENESS_WORDS[reason][language]}
        </span>
      ))}
    </span>
  )
}

/** What a field is called: own fields and tags by their own name. */
export function useFieldName() {
  const { language } = useLanguage()
  return ({ field, name }: { field: string; name: string | null }) => {
    const known = MERGE_FIELD_WORDS[field.startsWith('tag:') ? 'tag' : field]?.[language]
    return [known, name].filter((one) => one !== undefined && one !== null).join(' ')
  }
}

function Table(props: {
  preview: Preview
  chosen: Record<string, Side>
  choose: (field: string, side: Side) => void
}) {
  const words = useWords(MERGE_WORDS)
  const { keep, merge, fields } = props.preview
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="merge-side" aria-label={words.sideBySide} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">
              {words.kept}
              <br />
              <bdi>{keep.name}</bdi>
            </th>
            <th scope="col">
              {words.merged}
              <br />
              <bdi>{merge.name}</bdi>
            </th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => (
            <FieldRow
              key={one.field}
              one={one}
              takes={props.chosen[one.field] ?? one.takes}
              choose={props.choose}
            />
          ))}
          <Counts preview={props.preview} />
        </tbody>
      </table>
    </section>
  )
}

function FieldRow(props: {
  one: Preview['fields'][number]
  takes: Side
  choose: (field: string, side: Side) => void
}) {
  const words = useWords(MERGE_WORDS)
  const nameOf = useFieldName()
  const { one, takes, choose } = props
  const name = nameOf(one)
  const shown = (value: string | null) =>
    value === null ? words.empty : one.field.startsWith('tag:') ? words.borne : value
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['keep', 'merge'] as const).map((side) => (
        <td key={side}>
          {one.keep === one.merge ? (
            <bdi>{shown(one[side])}</bdi>
          ) : (
            <label>
              <input
                type="radio"
                name={one.field}
                checked={takes === side}
                onChange={() => choose(one.field, side)}
                aria-label={words.takes(name, shown(one[side]))}
              />
              <bdi>{shown(one[side])}</bdi>
            </label>
          )}
        </td>
      ))}
      <td>
        <bdi>{shown(one[takes])}</bdi>
      </td>
    </tr>
  )
}

function Counts({ preview: { keep, merge } }: { preview: Preview }) {
  const words = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const rows: [string, number, number][] = [
    [words.people, keep.people, merge.people],
    [words.deals, keep.rows.deal ?? 0, merge.rows.deal ?? 0],
    [words.others, workOf(keep.rows), workOf(merge.rows)],
  ]
  return rows.map(([name, a, b]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number">{formatCount(a, language)}</td>
      <td className="number">{formatCount(b, language)}</td>
      <td />
    </tr>
  ))
}

function workOf(rows: Record<string, number>): number {
  return (rows.task ?? 0) + (rows.note ?? 0) + (rows.contact ?? 0)
}
