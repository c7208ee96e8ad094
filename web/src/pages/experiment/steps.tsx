import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import { ExperimentForm } from '../experiments/experiment-form.tsx'
import type { Experiment } from '../experiments/words.ts'
import { WORDS } from './words.ts'

type Step = 'submit' | 'start' | 'end' | 'withdraw'

/** What may be done next, in the order of the buttons. */
const NEXT: Record<Experiment['state'], Step[]> = {
  draft: ['submit', 'withdraw'],
  submitted: ['withdraw'],
  approved: ['start', 'withdraw'],
  running: ['end', 'withdraw'],
  ended: [],
  withdrawn: [],
}

function useRefreshed() {
  const client = useQueryClient()
  return async () => {
    for (const key of ['GET /experiments', 'GET /experiments/{id}'] as const) {
      await client.invalidateQueries({ queryKey: [key] })
    }
    await client.invalidateQueries({ queryKey: ['GET /experiments/{id}/results'] })
  }
}

function useStep(experiment: Experiment, done: () => void) {
  const refreshed = useRefreshed()
  return useMutation({
    mutationFn: (step: Step) =>
      call('POST /experiments/{id}/state', { params: { id: experiment.id }, body: { step } }),
    onSuccess: async () => {
      await refreshed()
      done()
    },
  })
}

/** Submit, start, end or withdraw; what can't be undone is asked about first. */
export function Steps({ experiment }: { experiment: Experiment }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const isWriter = mayWrite(useSession())
  const [doing, setDoing] = useState<'end' | 'withdraw' | 'edit' | null>(null)
  const step = useStep(experiment, () => setDoing(null))
  if (!isWriter) return null
  const close = () => setDoing(null)
  return (
    <div className="row">
      {experiment.state === 'draft' && (
        <Button variant="default" onClick={() => setDoing('edit')}>
          {common.edit}
        </Button>
      )}
      {NEXT[experiment.state].map((one) => (
        <Button
          key={one}
          variant={one === 'submit' || one === 'start' ? 'filled' : 'default'}
          loading={step.isPending && step.variables === one}
          onClick={() => (one === 'end' || one === 'withdraw' ? setDoing(one) : step.mutate(one))}
        >
          {words[one]}
        </Button>
      ))}
      {doing === null && <ProblemNote problem={step.error} />}
      {doing === 'edit' && <ExperimentForm experiment={experiment} close={close} />}
      {(doing === 'end' || doing === 'withdraw') && (
        <Dialog
          opened
          onClose={close}
          title={doing === 'end' ? words.endTitle : words.withdrawTitle}
          closeButtonProps={{ 'aria-label': common.close }}
        >
          <div className="stack">
            <p>{doing === 'end' ? words.endText : words.withdrawText}</p>
            <ProblemNote problem={step.error} />
            <div className="row">
              <Button loading={step.isPending} onClick={() => step.mutate(doing)}>
                {words.confirm}
              </Button>
              <Button variant="default" onClick={close}>
                {common.cancel}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  )
}

/** Where a manager approves what was submitted, or sends it back. */
export function Approval({ experiment }: { experiment: Experiment }) {
  const words = useWords(WORDS)
  const isManager = mayManage(useSession())
  const refreshed = useRefreshed()
  const [note, setNote] = useState('')
  const decide = useMutation({
    mutationFn: (isApproved: boolean) =>
      call('POST /experiments/{id}/approval', {
        params: { id: experiment.id },
        body: { isApproved, ...(note.trim() && { note: note.trim() }) },
      }),
    onSuccess: refreshed,
  })
  if (experiment.state !== 'submitted') return null
  return (
    <section className="sheet stack" aria-labelledby="approval">
      <h2 id="approval">{words.approval}</h2>
      <p>{words.approvalText}</p>
      {isManager && (
        <>
          <Textarea
            label={words.note}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemNote problem={decide.error} />
          <div className="row">
            <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
              {words.approve}
            </Button>
            <Button
              variant="default"
              loading={decide.isPending}
              onClick={() => decide.mutate(false)}
            >
              {words.sendBack}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
