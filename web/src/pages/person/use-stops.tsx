import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import { PostTime } from '../../parts/post.tsx'
import { mayManage, useSession } from '../../session.ts'
import { PRIVACY_WORDS } from './privacy-words.ts'

type Stop = Answer<'GET /people/{id}/contact-rules'>['useStops'][number]

/** Whether their data may be used, since when not, and the way to stop or resume it. */
export function UseStops({ stops, personId }: { stops: readonly Stop[]; personId: string }) {
  const words = useWords(PRIVACY_WORDS)
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  const standing = stops.find(({ liftedAt }) => liftedAt === null)
  return (
    <>
      <ul className="bare-list small">
        {stops.map((stop) => (
          <li key={stop.id}>
            {words.wasStopped}: <PostTime time={stop.since} /> · <bdi>{stop.reason}</bdi>
            {stop.liftedAt !== null && (
              <div className="soft">
                {words.wasResumed}: <PostTime time={stop.liftedAt} /> ·{' '}
                <bdi>{stop.liftedBecause}</bdi>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayManage(session) && (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {standing === undefined ? words.stopUse : words.resumeUse}
          </Button>
        </div>
      )}
      {isOpen && <StopForm personId={personId} standing={standing} close={() => setOpen(false)} />}
    </>
  )
}

function StopForm(props: { personId: string; standing: Stop | undefined; close: () => void }) {
  const words = useWords(PRIVACY_WORDS)
  const client = useQueryClient()
  const { personId: id, standing, close } = props
  const save = useMutation({
    mutationFn: async (form: FormData) => {
      const why = textOf(form, 'why') ?? ''
      if (standing === undefined) {
        await call('POST /people/{id}/use-stops', { params: { id }, body: { reason: why } })
      } else {
        const params = { id, stop: standing.id }
        await call('PATCH /people/{id}/use-stops/{stop}', { params, body: { because: why } })
      }
      await client.invalidateQueries({ queryKey: ['GET /people/{id}/contact-rules'] })
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={standing === undefined ? words.stopUse : words.resumeUse}
      close={close}
      save={save.mutate}
      isSaving={save.isPending}
      problem={save.error}
    >
      {standing === undefined && <p className="small">{words.useStoppedText}</p>}
      <TextInput
        name="why"
        label={standing === undefined ? words.reason : words.resumeWhy}
        required
        maxLength={500}
      />
    </DialogForm>
  )
}
