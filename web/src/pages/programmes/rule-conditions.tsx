import { NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, askAll } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { FieldInput } from '../../parts/cards/field-input.tsx'
import { RelationField } from '../../parts/relation-names.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import {
  askedFor,
  COMPARED_BY,
  CONDITIONS,
  type Comparison,
  type Condition,
  type ConditionRow,
  partOf,
  STAGES,
} from './rule-input.ts'
import { RULE_WORDS } from './rule-words.ts'

interface Editing {
  row: ConditionRow
  change: (more: Partial<ConditionRow>) => void
}

/** One condition of a rule in its form. */
export function ConditionFields(props: Editing & { changed: () => void }) {
  return (
    <>
      <ConditionField {...props} />
      <ConditionTerms key={props.row.condition} {...props} />
    </>
  )
}

function ConditionField({ row, change }: Editing) {
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
      value={row.condition}
      onChange={(event) =>
        change({
          condition: CONDITIONS.find((one) => one === event.currentTarget.value) ?? 'bought',
          field: undefined,
        })
      }
      data={CONDITIONS.map((value) => ({ value, label: named[value] }))}
    />
  )
}

function ConditionTerms({ row, change, changed }: Editing & { changed: () => void }) {
  const words = useWords(RULE_WORDS)
  const { before } = row
  switch (row.condition) {
    case 'bought':
      return (
        <NumberInput
          name={partOf(row, 'withinDays')}
          label={words.withinDays}
          defaultValue={before?.withinDays ?? 365}
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
          name={partOf(row, 'organisationKind')}
          initial={before?.organisationKind ?? undefined}
          subject="organisation"
          isRequired
        />
      )
    case 'own-organisation':
      return <OrganisationField row={row} />
    case 'tagged':
      return <TagField row={row} />
    case 'field':
      return <FieldTerms {...{ row, change }} />
    case 'stage':
      return <StageTerms row={row} />
    case 'role':
      return (
        <Textarea
          name={partOf(row, 'words')}
          defaultValue={before?.words?.join('\n')}
          label={words.roleWords}
          description={words.roleWordsHint}
          maxLength={1_000}
          required
        />
      )
    case 'listed':
      return <ListField row={row} />
  }
}

const CHOICES_MAX = 200

interface Choosing {
  name: string
  label: string
  items: { id: string; name: string }[] | undefined
  chosen: string | undefined
  /** Said where there is nothing to choose. */
  none: string
}

function Choice({ name, label, items, chosen, none }: Choosing) {
  if (items?.length === 0) return <p className="small soft">{none}</p>
  const data = (items ?? []).map((one) => ({ value: one.id, label: one.name }))
  // What was chosen before can be shown only once the choices are there.
  const key = items === undefined ? 'awaited' : 'there'
  const isGone = chosen !== undefined && !data.some(({ value }) => value === chosen)
  return (
    <NativeSelect
      key={key}
      {...{ name, label }}
      defaultValue={isGone ? '' : chosen}
      data={isGone ? [{ value: '', label: '' }, ...data] : data}
      required
    />
  )
}

interface OfRow {
  row: ConditionRow
}

function OrganisationField({ row }: OfRow) {
  const words = useWords(RULE_WORDS)
  const found = useQuery(ask('GET /organisations', { query: { limit: CHOICES_MAX } }))
  const chosen = row.before?.organisation
  const items = found.data?.items ?? []
  const isBeyond = chosen != null && !items.some(({ id }) => id === chosen.id)
  return (
    <Choice
      name={partOf(row, 'organisation')}
      label={words.ourselves}
      items={found.data && (isBeyond ? [chosen, ...items] : items)}
      chosen={chosen?.id}
      none={words.noOrganisations}
    />
  )
}

function TagField({ row }: OfRow) {
  const words = useWords(RULE_WORDS)
  const { data: items } = useQuery(askAll('GET /tags'))
  const given = { name: partOf(row, 'tag'), chosen: row.before?.tag?.id, items }
  return <Choice {...given} label={words.tag} none={words.noTags} />
}

function ListField({ row }: OfRow) {
  const words = useWords(RULE_WORDS)
  const lists = useQuery(ask('GET /lists', { query: { subject: 'person', limit: CHOICES_MAX } }))
  const items = lists.data?.items.filter(
    ({ isShared, filter }) => isShared && filter.owner !== 'me' && filter.relation === undefined,
  )
  const given = { name: partOf(row, 'list'), chosen: row.before?.list?.id, items }
  return <Choice {...given} label={words.list} none={words.noLists} />
}

function StageTerms({ row }: OfRow) {
  const words = useWords(RULE_WORDS)
  const { language } = useLanguage()
  const { data: items } = useQuery(askAll('GET /topics'))
  const data = STAGES.map((value) => ({ value, label: STAGE_WORDS[value][language] }))
  const given = { name: partOf(row, 'topic'), chosen: row.before?.topic?.id, items }
  return (
    <>
      <Choice {...given} label={words.topic} none={words.noTopics} />
      <NativeSelect
        name={partOf(row, 'stage')}
        label={words.stage}
        defaultValue={row.before?.stage ?? undefined}
        data={data}
        required
      />
    </>
  )
}

function FieldTerms({ row, change }: Editing) {
  const words = useWords(RULE_WORDS)
  const fields = useQuery(ask('GET /custom-fields', { query: { subject: 'person' } }))
  const known = fields.data?.items ?? []
  const { before } = row
  const field = row.field ?? known.find(({ id }) => id === before?.field?.id)
  const isBefore = field !== undefined && field.id === before?.field?.id
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
        name={partOf(row, 'field')}
        label={words.field}
        value={field?.id ?? ''}
        onChange={(event) => {
          change({ field: known.find(({ id }) => id === event.currentTarget.value) })
        }}
        data={[
          { value: '', label: '' },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        required
      />
      {field !== undefined && (
        <div key={field.id} className="stack">
          <NativeSelect
            name={partOf(row, 'comparison')}
            defaultValue={isBefore ? (before?.comparison ?? undefined) : undefined}
            label={words.comparison}
            data={COMPARED_BY[field.kind].map((value) => ({ value, label: named[value] }))}
          />
          <FieldInput
            field={askedFor(row, field, words.value)}
            value={isBefore ? (before?.value ?? null) : null}
          />
        </div>
      )}
    </>
  )
}
