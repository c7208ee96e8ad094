import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { takeAway } from '../../live/removal.ts'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import { WORDS } from './delivery-words.ts'
import { useRefresh } from './refresh.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { TurnOnDialog } from './turn-on-dialog.tsx'
import { WebhookForm } from './webhook-form.tsx'
import type { OneWebhook, Webhook } from './words.ts'

/** What can be done with a webhook: a test by whoever writes, the rest by managers. */
export function WebhookSteps({ webhook }: { webhook: OneWebhook }) {
  const words = useWords(WORDS)
  const session = useSession()
  const refresh = useRefresh()
  const params = { id: webhook.id }
  const test = useMutation({
    mutationFn: () => call('POST /webhooks/{id}/tests', { params }),
    onSuccess: refresh,
  })
  const turn = useMutation({
    mutationFn: (state: 'on' | 'paused') =>
      call('PATCH /webhooks/{id}', { params, body: { state } }),
    onSuccess: refresh,
  })
  const [isAsking, setAsking] = useState(false)
  if (!mayWrite(session)) return null
  const { missed } = webhook
  const hasMissed = missed !== null && missed.changes > 0
  const isOn = webhook.state === 'on'
  return (
    <div className="stack-tight">
      <div className="row">
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          {words.test}
        </Button>
        {mayManage(session) && (
          <>
            <Button
              variant="default"
              loading={turn.isPending}
              onClick={() => (hasMissed ? setAsking(true) : turn.mutate(isOn ? 'paused' : 'on'))}
            >
              {isOn ? words.pause : words.turnOn}
            </Button>
            <Managing webhook={webhook} />
          </>
        )}
      </div>
      {isAsking && hasMissed && (
        <TurnOnDialog id={webhook.id} missed={missed} close={() => setAsking(false)} />
      )}
      <ProblemNote problem={test.error ?? turn.error} />
    </div>
  )
}

function Managing({ webhook }: { webhook: Webhook }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const [doing, setDoing] = useState<'edit' | 'renew' | 'remove' | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <Button variant="default" onClick={() => setDoing('edit')}>
        {common.edit}
      </Button>
      <Button variant="default" onClick={() => setDoing('renew')}>
        {words.renew}
      </Button>
      <Button variant="default" onClick={() => setDoing('remove')}>
        {words.remove}
      </Button>
      {doing === 'edit' && <WebhookForm webhook={webhook} close={close} done={close} />}
      {doing === 'remove' && <RemoveWebhook webhook={webhook} close={close} />}
      <RenewSecret webhook={webhook} isAsked={doing === 'renew'} close={close} />
    </>
  )
}

function RenewSecret(props: { webhook: Webhook; isAsked: boolean; close: () => void }) {
  const words = useWords(WORDS)
  const refresh = useRefresh()
  const [secret, setSecret] = useState<string | null>(null)
  const params = { id: props.webhook.id }
  const renew = async () => {
    setSecret((await call('POST /webhooks/{id}/secret', { params })).secret)
    await refresh()
  }
  return (
    <>
      {props.isAsked && (
        <ConfirmRemoval
          title={words.renewTitle}
          action={words.renew}
          color="orange"
          remove={renew}
          close={props.close}
        >
          {words.renewText}
        </ConfirmRemoval>
      )}
      {secret !== null && <SecretDialog secret={secret} isRenewed close={() => setSecret(null)} />}
    </>
  )
}

function RemoveWebhook({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = () =>
    takeAway(webhook.id, async () => {
      await call('DELETE /webhooks/{id}', { params: { id: webhook.id } })
      await navigate({ to: '/webhooks', search: {} })
      await client.invalidateQueries({ queryKey: ['GET /webhooks'] })
    })
  return (
    <ConfirmRemoval title={words.removeTitle} remove={remove} close={close}>
      {words.removeText(webhook.name)}
    </ConfirmRemoval>
  )
}
