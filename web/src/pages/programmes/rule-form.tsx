import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer, Asked } from '../../api.ts'
import { ask, askAll, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { FieldInput, readField } from '../../parts/cards/field-input.tsx'
import { EvidenceText } from '../../parts/evidence-text.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { RelationField } from '../../parts/relation-names.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { CustomField, Stage } from '../../terms.ts'
import { entered, SendForm } from './form.tsx'
import { RULE_WORDS } from './rule-words.ts'

type NewRule = Asked<'POST /relation-rules'>['body']
type Condition = NewRule['condition']
type Comparison = Extract<NewRule, { condition: 'field' }>['comparison']

const CONDITIONS: readonly Condition[] = [
  ...(['bought', 'tagged', 'field', 'stage', 'role', 'listed'] as const),
  ...(['organisation-is', 'own-organisation'] as const),
]
const STAGES: readonly Stage[] = ['discovery', 'evaluation', 'recommendation', 'satisfaction']

/** A new rule, with whom it would find before it is saved. */
export function RuleForm({ close }: { close: () => void }) {
  const words = useWords(RULE_WORDS)
  const [condition, setCondition] = useState<Condition>('bought')
  const [field, setField] = useState<CustomField | undefined>()
  const preview = useMutation({
    mutationFn: (form: FormData) =>
      call('POST /relation-rules/preview', { body: ruleOf(condition, form, field) }),
  })
  const send = (form: FormData) =>
    call('POST /relation-rules', { body: ruleOf(condition, form, field) })
  return (
    <SendForm title={words.addRule} send={send} close={close}>
      <div className="stack" onChange={preview.reset}>
        <ConditionField condition={condition} choose={setCondition} />
        <ConditionTerms {...{ condition, field }} chooseField={setField} changed={preview.reset} />
        <RelationField label={words.becomes} name="kind" subject="person" isRequired />
        <TextInput name="name" label={words.name} description={words.nameHint} maxLength={100} />
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

function Previewed({ found }: { found: NonNullable<Answer<'POST /relation-rules/preview'>> }) {
  const words = useWords(RULE_WORDS)
  const { people, matching, examples } = found
  return (
    <div className="stack-tight">
      <strong>{words.previewed(people)}</strong>
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

function ConditionField(props: { condition: Condition; choose: (one: Condition) => void }) {
  const words = useWords(RULE_WORDS)
  const named: Record<Condition, string> = {
    bought: words.bought,
    'organisation-is': words.memberOf,
    'own-organisation': words.ownOrganisation,
    tagged: words.tagged,
    field: words.byField,
    stage: words.byStage,
    role: words.byRole,
    listed: words.byList,
  }
  return (
    <NativeSelect
      label={words.condition}
      value={props.condition}
      onChange={(event) =>
        props.choose(CONDITIONS.find((one) => one === event.currentTarget.value) ?? 'bought')
      }
      data={CONDITIONS.map((value) => ({ value, label: named[value] }))}
    />
  )
}

interface Fields {
  field: CustomField | undefined
  chooseField: (field: CustomField | undefined) => void
}

function ConditionTerms({
  condition,
  changed,
  ...fields
}: Fields & { condition: Condition; changed: () => void }) {
  const words = useWords(RULE_WORDS)
  switch (condition) {
    case 'bought':
      return (
        <NumberInput
          name="withinDays"
          label={words.withinDays}
          defaultValue={365}
          min={1}
          max={36_525}
          onChange={changed}
          required
        />
      )
    case 'organisation-is':
      return (
        <RelationField
          label={words.organisationKind}
          name="organisationKind"
          subject="organisation"
          isRequired
        />
      )
    case 'own-organisation':
      return <OrganisationField />
    case 'tagged':
      return <TagField />
    case 'field':
      return <FieldTerms {...fields} />
    case 'stage':
      return <StageTerms />
    case 'role':
      return (
        <Textarea
          name="words"
          label={words.roleWords}
          description={words.roleWordsHint}
          maxLength={1_000}
          required
        />
      )
    case 'listed':
      return <ListField />
  }
}

const CHOICES_MAX = 200

interface Choosing {
  name: string
  label: string
  items: { id: string; name: string }[] | undefined
  /** Said where there is nothing to choose. */
  none: string
}

function Choice({ name, label, items, none }: Choosing) {
  if (items?.length === 0) return <p className="small soft">{none}</p>
  const data = (items ?? []).map((one) => ({ value: one.id, label: one.name }))
  return <NativeSelect name={name} label={label} data={data} required />
}

function OrganisationField() {
  const words = useWords(RULE_WORDS)
  const found = useQuery(ask('GET /organisations', { query: { limit: CHOICES_MAX } }))
  const data = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return <NativeSelect name="organisation" label={words.ourselves} data={data} required />
}

function TagField() {
  const words = useWords(RULE_WORDS)
  const { data: items } = useQuery(askAll('GET /tags'))
  return <Choice name="tag" label={words.tag} items={items} none={words.noTags} />
}

function ListField() {
  const words = useWords(RULE_WORDS)
  const lists = useQuery(ask('GET /lists', { query: { subject: 'person', limit: CHOICES_MAX } }))
  const items = lists.data?.items.filter(
    ({ isShared, filter }) => isShared && filter.owner !== 'me' && filter.relation === undefined,
  )
  return <Choice name="list" label={words.list} items={items} none={words.noLists} />
}

function StageTerms() {
  const words = useWords(RULE_WORDS)
  const { language } = useLanguage()
  const { data: items } = useQuery(askAll('GET /topics'))
  const data = STAGES.map((value) => ({ value, label: STAGE_WORDS[value][language] }))
  return (
    <>
      <Choice name="topic" label={words.topic} items={items} none={words.noTopics} />
      <NativeSelect name="stage" label={words.stage} data={data} required />
    </>
  )
}

const COMPARED_BY: Record<CustomField['kind'], readonly Comparison[]> = {
  text: ['contains', 'is'],
  url: ['contains', 'is'],
  number: ['at-least', 'is'],
  money: ['at-least', 'is'],
  date: ['on-or-after', 'is'],
  'yes-no': ['is'],
  choice: ['is'],
  choices: ['is'],
}

function FieldTerms({ field, chooseField }: Fields) {
  const words = useWords(RULE_WORDS)
  const fields = useQuery(ask('GET /custom-fields', { query: { subject: 'person' } }))
  const known = fields.data?.items ?? []
  if (fields.data !== undefined && known.length === 0) {
    return <p className="small soft">{words.noFields}</p>
  }
  const named: Record<Comparison, string> = {
    is: words.is,
    contains: words.contains,
    'at-least': words.atLeast,
    'on-or-after': words.onOrAfter,
  }
  return (
    <>
      <NativeSelect
        name="field"
        label={words.field}
        value={field?.id ?? ''}
        onChange={(event) => chooseField(known.find(({ id }) => id === event.currentTarget.value))}
        data={[
          { value: '', label: '' },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
      />
      {field !== undefined && (
        <div key={field.id} className="stack">
          <NativeSelect
            name="comparison"
            label={words.comparison}
            data={COMPARED_BY[field.kind].map((value) => ({ value, label: named[value] }))}
          />
          <FieldInput field={askedFor(field, words.value)} value={null} />
        </div>
      )}
    </>
  )
}

/** A rule asks for one of several choices. */
function askedFor(field: CustomField, name: string): CustomField {
  return { ...field, name, kind: field.kind === 'choices' ? 'choice' : field.kind }
}

/** The rule as the form says it; what is no number goes as it stands, and the server says so. */
function ruleOf(condition: Condition, form: FormData, field: CustomField | undefined): NewRule {
  const name = entered(form, 'name')
  const becomes = { kind: entered(form, 'kind'), ...(name === '' ? {} : { name }) }
  switch (condition) {
    case 'bought':
      return { condition, withinDays: Number(entered(form, 'withinDays')), ...becomes }
    case 'organisation-is':
      return { condition, organisationKind: entered(form, 'organisationKind'), ...becomes }
    case 'own-organisation':
      return { condition, organisation: entered(form, 'organisation'), ...becomes }
    case 'tagged':
      return { condition, tag: entered(form, 'tag'), ...becomes }
    case 'field':
      return { condition, ...fieldTermsOf(form, field), ...becomes }
    case 'stage': {
      const stage = STAGES.find((one) => one === entered(form, 'stage')) ?? 'discovery'
      return { condition, topic: entered(form, 'topic'), stage, ...becomes }
    }
    case 'role': {
      const said = entered(form, 'words').split(/[,、，\n]/)
      const words = said.map((word) => word.trim()).filter((word) => word !== '')
      return { condition, words, ...becomes }
    }
    case 'listed':
      return { condition, list: entered(form, 'list'), ...becomes }
  }
}

function fieldTermsOf(form: FormData, field: CustomField | undefined) {
  const said = entered(form, 'comparison')
  const comparison = COMPARED_BY[field?.kind ?? 'text'].find((one) => one === said) ?? 'is'
  const typed = field === undefined ? '' : entered(form, field.id)
  const read = field === undefined ? null : readField(form, askedFor(field, field.name))
  const value = read === null || read === undefined || Array.isArray(read) ? typed : read
  return { field: field?.id ?? '', comparison, value }
}
