import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../api.ts'
import { ask } from '../client.ts'
import { formatLanguage } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Awaiting } from './awaiting.tsx'
import { CorrectionNotice } from './correction-notice.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { ExplainedText } from './explained-text.tsx'
import { OutcomeText } from './outcome-text.tsx'
import { Author, OriginalLink, PostTime } from './post.tsx'
import { DRAWER_WORDS } from './post-drawer-words.ts'
import { PostInfluence } from './post-influence.tsx'
import { ReadingChips } from './reading-chips.tsx'
import { ReadingChoices } from './reading-choices.tsx'
import { ReadingHistory } from './reading-history.tsx'
import { WORDS } from './words.ts'

type Full = Answer<'GET /activities/{id}'>

/** One post in full: text, reading with its evidence, and the payload as it came. */
export function PostDrawer({ id, close }: { id: string | undefined; close: () => void }) {
  const words = useWords(WORDS)
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      title={words.details}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {id !== undefined && <PostDetails id={id} />}
    </Drawer>
  )
}

function PostDetails({ id }: { id: string }) {
  const query = useQuery(ask('GET /activities/{id}', { params: { id } }))
  if (query.data === undefined) return <Awaiting query={query} />
  const activity = query.data
  return (
    <div className="stack">
      <div className="row small">
        <Author activity={activity} />
        <PostTime time={activity.publishedAt} />
      </div>
      {activity.outcome !== null && <OutcomeText id={activity.id} outcome={activity.outcome} />}
      <ExplainedText activity={activity} />
      <div className="row">
        <ReadingChips activity={activity} />
        <OriginalLink url={activity.url} />
      </div>
      <ReadingChoices activity={activity} />
      <PostInfluence id={id} />
      <Facts activity={activity} />
      <EvidenceTable activity={activity} />
      {activity.reading !== null && <ReadingHistory id={id} revision={activity.revision} />}
      <Payload activity={activity} />
      <CorrectionNotice isInDialog />
    </div>
  )
}

function Facts({ activity }: { activity: Full }) {
  const words = useWords(DRAWER_WORDS)
  const { language } = useLanguage()
  const topics = [...new Set(activity.topics.map((topic) => topic.name))]
  return (
    <dl className="facts small">
      <dt>{words.channel}</dt>
      <dd>
        <bdi>{activity.channel.name}</bdi>
      </dd>
      {topics.length > 0 && (
        <>
          <dt>{words.topics}</dt>
          <dd>{topics.join(language === 'ja' ? '、' : ', ')}</dd>
        </>
      )}
      {activity.reading && (
        <>
          <dt>{words.language}</dt>
          <dd>{formatLanguage(activity.reading.lang, language)}</dd>
          <dt>{words.model}</dt>
          <dd>{activity.reading.model}</dd>
        </>
      )}
      <dt>{words.arrived}</dt>
      <dd>
        <PostTime time={activity.arrivedAt} />
      </dd>
    </dl>
  )
}

function Payload({ activity }: { activity: Full }) {
  const words = useWords(DRAWER_WORDS)
  if (activity.payload === null) return <p className="soft small">{words.noPayload}</p>
  return (
    <details>
      <summary>{words.payload(activity.payload.format)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="payload" tabIndex={0}>
        {activity.payload.text}
      </pre>
    </details>
  )
}
