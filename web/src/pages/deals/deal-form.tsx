import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { askAll, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CURRENCIES, readAmount } from '../../money.ts'
import type { NamedAbout } from '../../parts/crm/about.ts'
import {
  MemberField,
  OrganisationPick,
  PersonPick,
  type Picked,
  TopicPick,
} from '../../parts/crm/picks.tsx'
import { useRefresh } from '../../parts/crm/refresh.ts'
import { WORDS as CRM, type DealRole, ROLE_WORDS } from '../../parts/crm/words.ts'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { useSession } from '../../session.ts'
import type { Deal } from '../../terms.ts'
import { WORDS } from './words.ts'

const ROLES = Object.keys(ROLE_WORDS) as DealRole[]

interface Chosen {
  organisation: Picked | null
  person: Picked | null
  topic: string | null
  owner: string | null
  secondOwner: string | null
}

/** Adds a deal, about whom or what it is opened from, or changes one. */
export function DealForm(props: {
  about: NamedAbout | null
  deal?: Deal
  pipeline?: string
  close: () => void
}) {
  const { deal, close } = props
  const words = useWords(WORDS)
  const me = useSession().member
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(props.about, deal, me.id))
  const keep = useKeep(deal, chosen, async (id) => {
    close()
    if (deal === undefined) await navigate({ to: '/deals/$id', params: { id } })
  })
  const put = (said: Partial<Chosen>) => setChosen((before) => ({ ...before, ...said }))
  return (
    <DialogForm
      title={deal === undefined ? words.add : words.edit}
      close={close}
      save={keep.mutate}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <TextInput
        name="name"
        label={words.name}
        defaultValue={deal?.name ?? ''}
        required
        maxLength={500}
        data-autofocus
      />
      {deal === undefined && <StageField pipeline={props.pipeline} />}
      <OrganisationPick
        label={words.organisation}
        value={chosen.organisation}
        choose={(organisation) => put({ organisation })}
      />
      {deal === undefined && <PersonFields chosen={chosen} put={put} />}
      <MoneyFields deal={deal} />
      <MoreFields deal={deal} chosen={chosen} put={put} />
    </DialogForm>
  )
}

function chosenOf(about: NamedAbout | null, deal: Deal | undefined, me: string): Chosen {
  const of = (kind: 'person' | 'organisation') => (about?.kind === kind ? about : null)
  return {
    organisation: deal?.organisation ?? of('organisation'),
    person: of('person'),
    topic: deal?.topic?.id ?? null,
    owner: deal === undefined ? me : (deal.owner?.id ?? null),
    secondOwner: deal?.secondOwner?.id ?? null,
  }
}

function useKeep(deal: Deal | undefined, chosen: Chosen, done: (id: string) => Promise<void>) {
  const words = useWords(WORDS)
  const refresh = useRefresh('deal', 'pipeline')
  return useMutation({
    mutationFn: async (form: FormData) => {
      const said = readForm(form, words.badValue)
      const { organisation, topic, owner, secondOwner, person } = chosen
      const body = { ...said, organisation: organisation?.id ?? null, topic, owner, secondOwner }
      const role = ROLES.find((one) => one === form.get('role')) ?? 'other'
      const people = person === null ? [] : [{ person: person.id, role, isMain: true }]
      const stage = textOf(form, 'stage') ?? undefined
      const { id } = await (deal === undefined
        ? call('POST /deals', { body: { ...body, people, ...withoutEmpty({ stage }) } })
        : call('PATCH /deals/{id}', { params: { id: deal.id }, body }))
      await refresh()
      return id
    },
    onSuccess: done,
  })
}

/** Throws what the reader is told where the amount is none. */
function readForm(form: FormData, badValue: string) {
  const currency = textOf(form, 'currency') ?? 'JPY'
  const valueMinor = readAmount(textOf(form, 'value') ?? '', currency)
  if (valueMinor === undefined) throw new ApiProblem(400, 'bad-input', badValue, 'valueMinor')
  const probability = textOf(form, 'probability')
  return {
    name: textOf(form, 'name') ?? '',
    valueMinor,
    currency: valueMinor === null ? null : currency,
    ownProbability: probability === null ? null : Number(probability),
    closesOn: textOf(form, 'closesOn'),
    source: textOf(form, 'source'),
  }
}

function StageField({ pipeline }: { pipeline: string | undefined }) {
  const words = useWords(WORDS)
  const pipelines = useQuery(askAll('GET /pipelines')).data ?? []
  const shown = pipelines.find(({ id }) => id === pipeline)
  const offered = shown === undefined ? pipelines : [shown]
  const isOne = offered.length === 1
  if (offered.length === 0) return null
  return (
    <NativeSelect
      name="stage"
      label={words.stage}
      data={offered.flatMap(({ name, stages }) =>
        stages.map((stage) => ({
          value: stage.id,
          label: isOne ? stage.name : `${name} – ${stage.name}`,
        })),
      )}
    />
  )
}

function PersonFields({ chosen, put }: { chosen: Chosen; put: (said: Partial<Chosen>) => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <div className="row row-end">
      <PersonPick label={words.person} value={chosen.person} choose={(person) => put({ person })} />
      <NativeSelect
        name="role"
        label={words.role}
        // Who decides is said, never guessed.
        defaultValue="other"
        data={ROLES.map((value) => ({ value, label: ROLE_WORDS[value][language] }))}
      />
    </div>
  )
}

function MoneyFields({ deal }: { deal: Deal | undefined }) {
  const words = useWords(WORDS)
  const { workspace } = useSession()
  const usual = deal?.currency ?? (workspace.language === 'ja' ? 'JPY' : 'USD')
  const currencies = [...new Set<string>([usual, ...CURRENCIES])]
  return (
    <div className="row row-end">
      <TextInput
        name="value"
        label={words.value}
        description={words.valueHint}
        defaultValue={deal?.value ?? ''}
        inputMode="decimal"
        maxLength={40}
      />
      <NativeSelect name="currency" label={words.currency} defaultValue={usual} data={currencies} />
      <TextInput
        type="number"
        name="probability"
        label={words.ownProbability}
        description={words.ownProbabilityHint}
        defaultValue={deal?.ownProbability === null ? '' : String(deal?.ownProbability ?? '')}
        min={0}
        max={100}
      />
      <TextInput
        type="date"
        name="closesOn"
        label={words.closesOn}
        defaultValue={deal?.closesOn ?? ''}
      />
    </div>
  )
}

function MoreFields(props: {
  deal: Deal | undefined
  chosen: Chosen
  put: (said: Partial<Chosen>) => void
}) {
  const words = useWords(WORDS)
  const crm = useWords(CRM)
  const { deal, chosen, put } = props
  return (
    <>
      <div className="row row-end">
        <MemberField label={crm.owner} value={chosen.owner} choose={(owner) => put({ owner })} />
        <MemberField
          label={crm.secondOwner}
          value={chosen.secondOwner}
          choose={(secondOwner) => put({ secondOwner })}
        />
        <TopicPick value={chosen.topic} choose={(topic) => put({ topic })} />
      </div>
      <TextInput
        name="source"
        label={words.source}
        placeholder={words.sourceHint}
        defaultValue={deal?.source ?? ''}
        maxLength={500}
      />
    </>
  )
}
