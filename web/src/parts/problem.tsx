import { Alert, Button } from '@mantine/core'
import { ApiProblem } from '../api.ts'
import { useWords } from '../language.tsx'
import { WORDS } from './words.ts'

/** What went wrong in words for people: the server's own where it refused, ours where it could not speak. */
function useProblemWords(): (problem: Error) => string {
  const words = useWords(WORDS)
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return problem.message
    if (problem.code === 'unreachable') return words.unreachable
    if (problem.status === 429 || problem.status === 503) return words.tooBusy
    return problem.code === 'fault' ? words.fault : problem.message
  }
}

/** A refusal beside what caused it. Said aloud, since it appears without a move of the reader. */
export function ProblemNote({ problem }: { problem: Error | null }) {
  const wordsFor = useProblemWords()
  if (problem === null) return null
  return (
    <Alert color="red" role="alert" p="xs">
      {wordsFor(problem)}
    </Alert>
  )
}

export function LoadFailed({ problem, retry }: { problem: Error; retry: () => void }) {
  const words = useWords(WORDS)
  const wordsFor = useProblemWords()
  return (
    <Alert color="red" role="alert" title={words.failed} p="xs">
      <div className="stack-tight">
        <p>{wordsFor(problem)}</p>
        <div>
          <Button variant="default" onClick={retry}>
            {words.retry}
          </Button>
        </div>
      </div>
    </Alert>
  )
}
