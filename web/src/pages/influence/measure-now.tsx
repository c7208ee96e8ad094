import { Button, Loader } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { WORDS } from './words.ts'

const POLL_MS = 3_000

/** Asks again while it is being measured: the job may be running in another process, or live updates be cut off. */
export function useWhileMeasuring() {
  const pollMs = usePollMs(POLL_MS, POLL_MS)
  return {
    refetchInterval: ({ state }: { state: { data?: { isMeasuring: boolean } | undefined } }) =>
      state.data?.isMeasuring === true ? pollMs : (false as const),
  }
}

/** The button that starts a measurement; while one runs, that it does. */
export function MeasureNow({ ground }: { ground: { isMeasuring: boolean; run: object | null } }) {
  const words = useWords(WORDS)
  const session = useSession()
  const client = useQueryClient()
  const measure = useMutation({
    mutationFn: () => call('POST /influence/measurements', { body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /influence/summary'] }),
  })
  return (
    <div className="row">
      <span role="status" className="row small soft">
        {ground.isMeasuring && (
          <>
            <Loader size="xs" aria-hidden />
            {ground.run === null ? words.measuring : words.measuringAgain}
          </>
        )}
      </span>
      {mayWrite(session) && !ground.isMeasuring && (
        <Button
          variant={ground.run === null ? 'filled' : 'default'}
          loading={measure.isPending}
          onClick={() => measure.mutate()}
        >
          {words.measureNow}
        </Button>
      )}
      <ProblemNote problem={measure.error} />
    </div>
  )
}
