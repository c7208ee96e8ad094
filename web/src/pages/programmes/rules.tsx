import { Button, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { useRelationsChanged } from '../../parts/proposals.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { entered, SendForm } from './form.tsx'
import { RuleForm } from './rule-form.tsx'
import type { Rule } from './rule-input.ts'
import { useRuleSentence } from './rule-sentence.ts'
import { RULE_WORDS } from './rule-words.ts'
import { WORDS } from './words.ts'

/** By which rules people become something to us, and the kinds that the workspace added. */
export function Rules({ isManager }: { isManager: boolean }) {
  return (
    <>
      <RuleSection isManager={isManager} />
      <KindSection isManager={isManager} />
    </>
  )
}

function RuleSection({ isManager }: { isManager: boolean }) {
  const words = useWords(RULE_WORDS)
  const query = useQuery(ask('GET /relation-rules', {}))
  const [isAdding, setAdding] = useState(false)
  return (
    <section className="sheet stack-tight" aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      <p className="small soft">{words.rulesIntro}</p>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : query.data.items.length === 0 ? (
        <p>{words.noRules}</p>
      ) : (
        <ul className="bare-list">
          {query.data.items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} isManager={isManager} />
          ))}
        </ul>
      )}
      {isManager && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.addRule}
          </Button>
        </div>
      )}
      {isAdding && <RuleForm close={() => setAdding(false)} />}
    </section>
  )
}

function RuleRow({ rule, isManager }: { rule: Rule; isManager: boolean }) {
  const words = useWords(RULE_WORDS)
  const common = useWords(COMMON)
  const sentence = useRuleSentence()(rule)
  const changed = useRelationsChanged()
  const [isEditing, setEditing] = useState(false)
  const params = { id: rule.id }
  const turn = useMutation({
    mutationFn: (isOn: boolean) => call('PATCH /relation-rules/{id}', { params, body: { isOn } }),
    onSuccess: changed,
  })
  const remove = useMutation({
    mutationFn: () => call('DELETE /relation-rules/{id}', { params }),
    onSuccess: changed,
  })
  return (
    <li className="row spread relation-entry">
      <span>
        {rule.name !== null && (
          <>
            <strong>
              <bdi>{rule.name}</bdi>
            </strong>{' '}
          </>
        )}
        <bdi>{sentence}</bdi> <span className="small soft">{words.peopleByRule(rule.people)}</span>
      </span>
      {isManager && (
        <span className="row">
          <Switch
            label={words.ruleOn}
            aria-label={`${words.ruleOn}: ${sentence}`}
            checked={rule.isOn}
            disabled={turn.isPending}
            onChange={(event) => turn.mutate(event.currentTarget.checked)}
          />
          <button
            type="button"
            className="link-button small"
            aria-label={`${words.edit}: ${sentence}`}
            onClick={() => setEditing(true)}
          >
            {words.edit}
          </button>
          <button
            type="button"
            className="link-button small"
            aria-label={`${common.remove}: ${sentence}`}
            onClick={() => remove.mutate()}
          >
            {common.remove}
          </button>
        </span>
      )}
      <ProblemNote problem={turn.error ?? remove.error} />
      {isEditing && <RuleForm rule={rule} close={() => setEditing(false)} />}
    </li>
  )
}

function KindSection({ isManager }: { isManager: boolean }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const client = useQueryClient()
  const query = useQuery(ask('GET /relation-kinds', {}))
  const [isAdding, setAdding] = useState(false)
  const again = () => client.invalidateQueries({ queryKey: ['GET /relation-kinds'] })
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE /relation-kinds/{id}', { params: { id } }),
    onSuccess: again,
  })
  const add = async (form: FormData) => {
    const body = { nameJa: entered(form, 'nameJa'), nameEn: entered(form, 'nameEn') }
    await call('POST /relation-kinds', { body })
    await again()
  }
  return (
    <section className="sheet stack-tight" aria-labelledby="kinds">
      <h2 id="kinds">{words.kinds}</h2>
      <p className="small soft">{words.noKinds}</p>
      <ProblemNote problem={remove.error} />
      <ul className="bare-list">
        {query.data?.items.map(({ id, nameJa, nameEn }) => (
          <li key={id} className="row spread relation-entry">
            <span>
              <bdi>{nameJa}</bdi> / <bdi>{nameEn}</bdi>
            </span>
            {isManager && (
              <button
                type="button"
                className="link-button small"
                aria-label={`${common.remove}: ${nameJa}`}
                onClick={() => remove.mutate(id)}
              >
                {common.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isManager && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.addKind}
          </Button>
        </div>
      )}
      {isAdding && (
        <SendForm title={words.addKind} send={add} close={() => setAdding(false)}>
          <TextInput name="nameJa" label={words.nameJa} maxLength={100} required data-autofocus />
          <TextInput name="nameEn" label={words.nameEn} maxLength={100} required />
        </SendForm>
      )}
    </section>
  )
}
