import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { MatchReasons } from '../../parts/match-reasons.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import { MergePreview } from '../person/merge-preview.tsx'
import '../person/merge.css'
import type { Candidate } from './page.tsx'
import { WORDS } from './words.ts'

/** One pair with its reasons, side by side with what a merge would change. */
export function PairDialog({ id, close }: { id: string; close: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const session = useSession()
  const pair = useQuery(ask('GET /people/candidates/{id}', { params: { id } }))
  const { data } = pair
  const isOpen = data?.state === 'open' || data?.state === 'later'
  return (
    <Dialog
      opened
      onClose={close}
      size="xl"
      title={words.compare}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {data === undefined ? (
        <Awaiting query={pair} />
      ) : (
        <div className="stack">
          <section aria-label={words.why}>
            <h3>{words.why}</h3>
            <MatchReasons probability={data.probability} reasons={data.reasons} />
          </section>
          <p className="small">
            {peopleOf(data).map((person) => (
              <Link
                key={person.id}
                className="pair-link"
                to="/people/$id"
                params={{ id: person.id }}
                search={{}}
              >
                {words.openPerson(person.displayName)}
              </Link>
            ))}
          </p>
          {mayWrite(session) && isOpen && data.first.id !== data.second.id && (
            <>
              {data.state === 'open' && <PutOff id={id} close={close} />}
              <MergePreview
                ids={[data.first.id, data.second.id]}
                candidate={id}
                back={close}
                close={close}
              />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** Both of them; one where they have become one. */
function peopleOf({ first, second }: Candidate): Candidate['first'][] {
  return first.id === second.id ? [first] : [first, second]
}

function PutOff({ id, close }: { id: string; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const later = useMutation({
    mutationFn: () =>
      call('POST /people/candidates/{id}', { params: { id }, body: { verdict: 'later' } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      close()
    },
  })
  return (
    <div className="row">
      <Button variant="default" loading={later.isPending} onClick={() => later.mutate()}>
        {words.later}
      </Button>
      <span className="soft small">{words.laterText}</span>
      <ProblemNote problem={later.error} />
    </div>
  )
}
