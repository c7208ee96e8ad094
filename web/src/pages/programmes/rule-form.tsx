import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { EvidenceText } from '../../parts/evidence-text.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { RelationField } from '../../parts/relation-names.tsx'
import { entered, SendForm } from './form.tsx'
import { ConditionFields } from './rule-conditions.tsx'
import { CONDITIONS_MAX, type ConditionRow, type Rule, termsIn } from './rule-input.ts'
import { RULE_WORDS } from './rule-words.ts'

/** A new rule, or a change of one, with whom it would find before it is saved. */
export function RuleForm({ rule, close }: { rule?: Rule; close: () => void }) {
  const words = useWords(RULE_WORDS)
  const [rows, setRows] = useState(() => rowsOf(rule))
  const fields = useQuery(ask('GET /custom-fields', { query: { subject: 'person' } }))
  const termsOf = (form: FormData) => termsIn(form, rows, fields.data?.items ?? [])
  const preview = useMutation({
    mutationFn: (form: FormData) => {
      const changed = rule === undefined ? {} : { rule: rule.id }
      return call('POST /relation-rules/preview', { body: { ...termsOf(form), ...changed } })
    },
  })
  const send = (form: FormData) => {
    const name = entered(form, 'name')
    if (rule === undefined) {
      const body = { ...termsOf(form), ...(name === '' ? {} : { name }) }
      return call('POST /relation-rules', { body })
    }
    const body = { terms: termsOf(form), name: name === '' ? null : name }
    return call('PATCH /relation-rules/{id}', { params: { id: rule.id }, body })
  }
  const title = rule === undefined ? words.addRule : words.editRule
  return (
    <SendForm title={title} send={send} close={close}>
      <div className="stack" onChange={preview.reset}>
        <Conditions {...{ rule, rows, setRows }} changed={preview.reset} />
        <RelationField
          label={words.becomes}
          name="kind"
          subject="person"
          initial={rule?.kind}
          isRequired
        />
        <TextInput
          name="name"
          label={words.name}
          description={words.nameHint}
          defaultValue={rule?.name ?? ''}
          maxLength={100}
        />
      </div>
      <div>
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={({ currentTarget: { form } }) => {
            if (form?.reportValidity()) preview.mutate(new FormData(form))
          }}
        >
          {words.preview}
        </Button>
      </div>
      <ProblemNote problem={preview.error} />
      <div role="status">{preview.data && <Previewed found={preview.data} />}</div>
    </SendForm>
  )
}

function rowsOf(rule: Rule | undefined): ConditionRow[] {
  const conditions = rule?.conditions ?? []
  if (conditions.length === 0) return [emptyRow(0)]
  return conditions.map((before, key) => ({
    ...{ key, condition: before.condition, field: undefined, before },
  }))
}

const emptyRow = (key: number): ConditionRow => ({
  ...{ key, condition: 'bought', field: undefined, before: undefined },
})

interface Editing {
  rule: Rule | undefined
  rows: readonly ConditionRow[]
  setRows: (rows: ConditionRow[]) => void
  changed: () => void
}

function Conditions({ rule, rows, setRows, changed }: Editing) {
  const words = useWords(RULE_WORDS)
  const set = (next: ConditionRow[]) => {
    setRows(next)
    changed()
  }
  const change = (row: ConditionRow, more: Partial<ConditionRow>) =>
    set(rows.map((one) => (one.key === row.key ? { ...one, ...more } : one)))
  const isOne = rows.length === 1
  return (
    <>
      {!isOne && (
        <NativeSelect
          name="match"
          label={words.match}
          defaultValue={rule?.match ?? 'all'}
          data={[
            { value: 'all', label: words.matchAll },
            { value: 'any', label: words.matchAny },
          ]}
        />
      )}
      {rows.map((row, index) => (
        // The same element for one and for several: what was entered stays as they become more.
        <fieldset key={row.key} className={`rule-condition stack ${isOne ? 'is-alone' : ''}`}>
          {!isOne && <legend>{words.conditionOf(index + 1)}</legend>}
          <ConditionFields {...{ row, changed }} change={(more) => change(row, more)} />
          {!isOne && (
            <div>
              <button
                type="button"
                className="link-button small"
                aria-label={words.dropOf(index + 1)}
                onClick={() => set(rows.filter(({ key }) => key !== row.key))}
              >
                {words.drop}
              </button>
            </div>
          )}
        </fieldset>
      ))}
      <AddCondition rows={rows} set={set} />
    </>
  )
}

function AddCondition(props: {
  rows: readonly ConditionRow[]
  set: (rows: ConditionRow[]) => void
}) {
  const words = useWords(RULE_WORDS)
  const { rows, set } = props
  if (rows.length >= CONDITIONS_MAX) return null
  const key = Math.max(...rows.map((row) => row.key)) + 1
  return (
    <div>
      <button type="button" className="link-button" onClick={() => set([...rows, emptyRow(key)])}>
        {words.addCondition}
      </button>
    </div>
  )
}

function Previewed({ found }: { found: NonNullable<Answer<'POST /relation-rules/preview'>> }) {
  const words = useWords(RULE_WORDS)
  const { people, matching, ending, examples } = found
  return (
    <div className="stack-tight">
      <strong>{words.previewed(people)}</strong>
      {ending > 0 && <span>{words.ending(ending)}</span>}
      {matching > people && <span className="small soft">{words.others(matching - people)}</span>}
      {examples.length > 0 && (
        <>
          <span className="small">{words.examples}</span>
          <ul className="bare-list">
            {examples.map(({ person, evidence }) => (
              <li key={person.id} className="row">
                <bdi>{person.name}</bdi> <EvidenceText evidence={evidence} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
