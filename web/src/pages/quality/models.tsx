import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayManage, useSession } from '../../session.ts'
import { ModelTable } from './model-table.tsx'
import type { Quality } from './page.tsx'
import { WORDS } from './words.ts'

/** The models of the workspace, how far training and reading again are, and what an administrator can do. */
export function Models({ quality }: { quality: Quality }) {
  const words = useWords(WORDS)
  const { sinceModel, total } = quality.corrections
  return (
    <section className="sheet stack" aria-labelledby="models">
      <h2 id="models">{words.models}</h2>
      <p className="soft small">{words.modelsNote}</p>
      <Training quality={quality} />
      <p className="small">{words.corrections(sinceModel, total)}</p>
      {quality.rereading !== null && <Rereading rereading={quality.rereading} />}
      <ModelTable models={quality.models} />
    </section>
  )
}

function Training({ quality: { training, canLearn } }: { quality: Quality }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const train = useMutation({
    mutationFn: () => call('POST /quality/train', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /quality'] }),
  })
  const isUnderWay = training?.state === 'waiting' || training?.state === 'running'
  return (
    <div className="stack-tight">
      <p role="status">{training !== null && words.trainingIs(training.state)}</p>
      {mayManage(session) && (
        <div className="row">
          <Button
            disabled={!canLearn || isUnderWay}
            loading={train.isPending}
            onClick={() => train.mutate()}
          >
            {words.train}
          </Button>
          {!canLearn && <span className="soft small">{words.nothingToLearn}</span>}
        </div>
      )}
      <ProblemNote problem={train.error} />
    </div>
  )
}

function Rereading({ rereading }: { rereading: NonNullable<Quality['rereading']> }) {
  const words = useWords(WORDS)
  const { state, done, total } = rereading
  return (
    <div className="stack-tight">
      <h3>{words.rereading}</h3>
      <Progress.Root size="sm">
        <Progress.Section
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={words.rereading}
        />
      </Progress.Root>
      <p className="small">{words.rereadingIs(state, done, total)}</p>
    </div>
  )
}
