import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { ConsentForm } from '../privacy/consent-form.tsx'
import { FORM_WORDS } from '../privacy/form-words.ts'
import { ProvisionForm } from '../privacy/provision-form.tsx'
import { useRefreshRegisters } from '../privacy/refresh-registers.ts'
import { BASIS_WORDS, HOW_WORDS, MEANS_WORDS, WORDS } from '../privacy/words.ts'
import type { FullPerson } from './page.tsx'

type Consent = Answer<'GET /people/{id}/contact-rules'>['consents'][number]

/** To what the person agreed, and to whom what of them was given; both are written down here. */
export function Agreements({ person, consents }: { person: FullPerson; consents: Consent[] }) {
  const words = useWords(FORM_WORDS)
  const session = useSession()
  const [adding, setAdding] = useState<'consent' | 'provision'>()
  const of = { id: person.id, name: person.displayName }
  const close = () => setAdding(undefined)
  return (
    <>
      <h3>{words.consents}</h3>
      {consents.length === 0 ? (
        <p className="soft small">{words.noConsents}</p>
      ) : (
        <ul className="bare-list" aria-label={words.consents}>
          {consents.map((consent) => (
            <ConsentItem key={consent.id} consent={consent} personId={person.id} />
          ))}
        </ul>
      )}
      <h3>{words.provisions}</h3>
      <Provisions personId={person.id} />
      {mayWrite(session) && (
        <div className="row">
          <Button variant="default" onClick={() => setAdding('consent')}>
            {words.addConsent}
          </Button>
          <Button variant="default" onClick={() => setAdding('provision')}>
            {words.addProvision}
          </Button>
        </div>
      )}
      {adding === 'consent' && <ConsentForm of={of} close={close} />}
      {adding === 'provision' && <ProvisionForm of={of} close={close} />}
    </>
  )
}

function ConsentItem({ consent, personId }: { consent: Consent; personId: string }) {
  const words = useWords(FORM_WORDS)
  const labels = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const refresh = useRefreshRegisters()
  const withdraw = useMutation({
    mutationFn: () =>
      call('DELETE /people/{id}/consents/{consent}', {
        params: { id: personId, consent: consent.id },
      }),
    onSuccess: refresh,
  })
  const means = MEANS_WORDS[consent.channel][language]
  return (
    <li className="small">
      {means} · {HOW_WORDS[consent.how][language]} · <PostTime time={consent.givenAt} />{' '}
      {consent.withdrawnAt !== null ? (
        <span className="soft">
          {labels.withdrawn} <PostTime time={consent.withdrawnAt} />
        </span>
      ) : (
        mayWrite(session) && (
          <button
            type="button"
            className="link-button"
            aria-label={words.withdrawOf(means)}
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {words.withdraw}
          </button>
        )
      )}
      <div className="soft">
        <bdi>{consent.textShown}</bdi>
      </div>
      <ProblemNote problem={withdraw.error} />
    </li>
  )
}

function Provisions({ personId }: { personId: string }) {
  const words = useWords(FORM_WORDS)
  const { language } = useLanguage()
  const query = useQuery(ask('GET /people/{id}/provisions', { params: { id: personId } }))
  if (query.data === undefined) return <Awaiting query={query} />
  const { items } = query.data
  if (items.length === 0) return <p className="soft small">{words.noProvisions}</p>
  return (
    <ul className="bare-list" aria-label={words.provisions}>
      {items.map((one) => (
        <li key={one.id} className="small">
          {formatDay(one.providedOn, language)} · <bdi>{one.recipient}</bdi> ·{' '}
          {BASIS_WORDS[one.basis][language]}
          <div className="soft">
            <bdi>{one.items}</bdi>
          </div>
        </li>
      ))}
    </ul>
  )
}
