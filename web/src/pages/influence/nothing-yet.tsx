import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { Empty } from '../../parts/page.tsx'
import { mayWrite, useSession } from '../../session.ts'
import { MeasureNow } from './measure-now.tsx'
import type { InfluenceSummary } from './page.tsx'
import { LinkedLine } from './placebos.tsx'
import { WORDS } from './words.ts'

const TITLES = {
  'not-measured': 'neverTitle',
  'no-outcomes': 'noOutcomesTitle',
  insufficient: 'insufficientTitle',
  'no-communities': 'noCommunitiesTitle',
} as const
const TEXTS = {
  'not-measured': 'neverText',
  'no-outcomes': 'noOutcomesText',
  insufficient: 'insufficientText',
  'no-communities': 'noCommunitiesText',
} as const

type Ground = Pick<InfluenceSummary, 'reason' | 'run' | 'linked' | 'isMeasuring'>

/** Why there is nothing to show, what it would tell, and what it takes. */
export function NothingYet({ ground }: { ground: Ground }) {
  const words = useWords(WORDS)
  const session = useSession()
  const reason = ground.reason ?? 'not-measured'
  const isFirst = reason === 'not-measured' && ground.isMeasuring
  return (
    <Empty title={isFirst ? words.firstTitle : words[TITLES[reason]]}>
      <p>{words[TEXTS[reason]]}</p>
      {ground.linked.outcomes > 0 && <LinkedLine of={ground.linked} />}
      <h3>{words.needs}</h3>
      <ul className="influence-needs">
        <li>
          {words.needPosts} (<Link to="/channels">{words.goChannels}</Link>)
        </li>
        <li>
          {words.needTopics} (<Link to="/topics">{words.goTopics}</Link>)
        </li>
        <li>
          {words.needOutcomes} (<Link to="/import">{words.goImport}</Link>)
        </li>
      </ul>
      <p className="soft small">
        {words.nightly} {!mayWrite(session) && words.onlyWriters}{' '}
        <Link to="/influence/method">{words.method}</Link>
      </p>
      {ground.run === null && <MeasureNow ground={ground} />}
    </Empty>
  )
}
