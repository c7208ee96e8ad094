import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { usePollMs } from '../../live/provider.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Page } from '../../parts/page.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { LabelQuality } from '../../terms.ts'
import { labelName } from './label-name.ts'
import { verdictOf } from './label-rows.ts'
import { Labels } from './labels.tsx'
import { Lessons } from './lessons.tsx'
import { Models } from './models.tsx'
import './quality.css'
import { ReadByTable } from './read-by-table.tsx'
import { Runs } from './runs.tsx'
import { WORDS } from './words.ts'

export type Quality = Answer<'GET /quality'>

/** While something is under way that no change tells of. */
const POLL_MS = 2_000

/** What is read right and what is not, what to teach next, and the models that learn from it. */
export function QualityPage() {
  const words = useWords(WORDS)
  const pollMs = usePollMs(POLL_MS, POLL_MS)
  const query = useQuery({
    ...ask('GET /quality', {}),
    refetchInterval: ({ state: { data } }) => {
      const isWorking = [data?.training, data?.rereading].some(
        (job) => job?.state === 'waiting' || job?.state === 'running',
      )
      return isWorking ? pollMs : false
    },
  })
  return (
    <Page title={words.title} beside={<JudgeButtons />}>
      <p className="soft small">{words.intro}</p>
      {query.data === undefined ? <Awaiting query={query} /> : <Content quality={query.data} />}
    </Page>
  )
}

function JudgeButtons() {
  const words = useWords(WORDS)
  const session = useSession()
  if (!mayWrite(session)) return null
  return (
    <div className="row">
      <Button
        renderRoot={(root) => <Link {...root} to="/quality/judge" search={{ queue: 'audit' }} />}
      >
        {words.judgeAudit}
      </Button>
      <Button
        variant="default"
        renderRoot={(root) => <Link {...root} to="/quality/judge" search={{ queue: 'learning' }} />}
      >
        {words.judgeLearning}
      </Button>
    </div>
  )
}

function Content({ quality }: { quality: Quality }) {
  return (
    <>
      <Verdict quality={quality} />
      <div className="quality-pair">
        <Lessons lessons={quality.teachNext} />
        <ReadByTable readBy={quality.readBy} />
      </div>
      <Labels labels={quality.labels} auditsMin={quality.auditsMin} />
      <Models quality={quality} />
      <Runs runs={quality.runs} />
    </>
  )
}

function Verdict({ quality }: { quality: Quality }) {
  const words = useWords(WORDS)
  const { audited, auditsMin, slices } = quality
  return (
    <section className="sheet stack-tight" aria-label={words.verdict}>
      <p className="quality-verdict">
        <Sentence quality={quality} />
      </p>
      <p className="soft small">{words.audited(audited, slices.reporting, slices.selecting)}</p>
      <ReadBy readBy={quality.figuresReadBy} />
      <details className="small">
        <summary>{words.whyTitle}</summary>
        <p className="quality-why">{words.why(auditsMin)}</p>
      </details>
    </section>
  )
}

function Sentence({ quality: { labels, audited, auditsMin } }: { quality: Quality }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (audited === 0) return words.noAudits(auditsMin)
  if (labels.every(({ precision, recall }) => precision === null && recall === null)) {
    return words.noFigures(audited, auditsMin)
  }
  const { right, wrong, unknown } = verdictOf(labels)
  const names = (of: LabelQuality[]) => of.map((one) => labelName(one, language))
  return [
    right.length === 0 ? words.noneRight : words.areRight(names(right)),
    wrong.length === 0 ? words.noneWrong : words.areWrong(names(wrong)),
    unknown === 0 ? '' : words.unknown(unknown),
  ].join('')
}
