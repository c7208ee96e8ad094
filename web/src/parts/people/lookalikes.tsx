import { Checkbox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { call } from '../../client.ts'
import { formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ProblemNote } from '../problem.tsx'
import { type Draft, personOf, saysAnything } from './draft.ts'
import { WORDS } from './words.ts'

type Alike = Answer<'POST /people/lookalikes'>['items'][number]

const WAIT_MS = 300

/** Who is known already of somebody being written down, asked while it is typed. */
export function useLookalikes(draft: Draft) {
  const asked = JSON.stringify(personOf(draft))
  const [wanted] = useDebouncedValue(asked, WAIT_MS)
  const found = useQuery({
    queryKey: ['POST /people/lookalikes', wanted],
    queryFn: ({ signal }) => call('POST /people/lookalikes', { body: JSON.parse(wanted), signal }),
    enabled: saysAnything(draft),
    placeholderData: keepPreviousData,
  })
  return { found, isSettled: asked === wanted && !found.isFetching }
}

/** Those who are alike, and that the one meant is none of them. */
export function Lookalikes(props: {
  draft: Draft
  found: ReturnType<typeof useLookalikes>['found']
  areOthers: boolean
  sayOthers: (areOthers: boolean) => void
}) {
  const { draft, found, areOthers, sayOthers } = props
  const words = useWords(WORDS)
  const items = saysAnything(draft) ? found.data?.items : undefined
  const mayBeOther = items?.every(({ because }) => because === 'likeness')
  return (
    <section className="stack-tight lookalikes" aria-live="polite" aria-label={words.alike}>
      <ProblemNote problem={found.error} />
      {items === undefined ? (
        <p className="soft small">{words.nobodyYet}</p>
      ) : items.length === 0 ? (
        <p className="soft small">{words.noneAlike}</p>
      ) : (
        <>
          <strong className="small">{words.alike}</strong>
          <ul className="bare-list stack-tight">
            {items.map((one) => (
              <AlikePerson key={one.person.id} alike={one} />
            ))}
          </ul>
          {mayBeOther && (
            <Checkbox
              label={words.areOthers}
              checked={areOthers}
              onChange={(event) => sayOthers(event.currentTarget.checked)}
              required
            />
          )}
        </>
      )}
    </section>
  )
}

function AlikePerson({ alike }: { alike: Alike }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { person, because, probability } = alike
  const places = person.affiliations.map(({ organisation }) => organisation.name)
  const details = person.handles.map(({ username, externalId }) => username ?? externalId)
  return (
    <li className="small">
      <Link to="/people/$id" params={{ id: person.id }}>
        <bdi>{person.displayName}</bdi>
      </Link>{' '}
      <span className="soft">
        {[...places, ...details.slice(0, 2)].map((text) => (
          <span key={text}>
            <bdi>{text}</bdi>{' '}
          </span>
        ))}
      </span>
      <div className="soft">
        {because === 'account' ? words.theirs : words.likely(formatShare(probability, language))}
      </div>
    </li>
  )
}
