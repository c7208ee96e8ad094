import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { takeAway } from '../../live/removal.ts'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { ChannelInFull } from '../channels/words.ts'
import { WORDS } from './words.ts'

/** Pause and resume, look now, remove. */
export function Actions({ channel }: { channel: ChannelInFull }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const params = { id: channel.id }
  const refresh = () => client.invalidateQueries({ queryKey: ['GET /channels/{id}'] })
  const isPaused = channel.state === 'paused'
  const turn = useMutation({
    mutationFn: () =>
      call('PATCH /channels/{id}', { params, body: { state: isPaused ? 'listening' : 'paused' } }),
    onSuccess: refresh,
  })
  const triedAt = channel.health?.triedAt ?? null
  const look = useMutation({
    mutationFn: (_lastTriedAt: string | null) => call('POST /channels/{id}/poll', { params }),
    onSuccess: refresh,
  })
  return (
    <div className="row">
      <ProblemNote problem={turn.error ?? look.error} />
      <span role="status" className="small">
        {look.isSuccess && !isPaused && look.variables === triedAt && words.looking}
      </span>
      {!isPaused && channel.hook === null && (
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate(triedAt)}>
          {words.lookNow}
        </Button>
      )}
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
        {isPaused ? words.resume : words.pause}
      </Button>
      <Button variant="default" onClick={() => setRemoving(true)}>
        {words.remove}
      </Button>
      {isRemoving && <RemoveChannel channel={channel} close={() => setRemoving(false)} />}
    </div>
  )
}

function RemoveChannel({ channel, close }: { channel: ChannelInFull; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = () =>
    takeAway(channel.id, async () => {
      await call('DELETE /channels/{id}', { params: { id: channel.id } })
      await navigate({ to: '/channels' })
      await client.invalidateQueries({ queryKey: ['GET /channels'] })
    })
  return (
    <ConfirmRemoval title={words.removeTitle} action={words.remove} remove={remove} close={close}>
      {words.removeText(channel.name)}
    </ConfirmRemoval>
  )
}
