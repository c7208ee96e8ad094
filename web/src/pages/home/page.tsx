import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { spanBefore } from '../../days.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { ReadBy } from '../../parts/read-by.tsx'
import { SampleWorld } from '../../parts/sample-world.tsx'
import { Briefing } from './briefing.tsx'
import { CycleRing } from './cycle-ring.tsx'
import './home.css'
import { Awaiting } from '../../parts/awaiting.tsx'
import { IntentTable } from './intent-table.tsx'
import { Overdue } from './overdue.tsx'
import { PartChips } from './part-chips.tsx'
import type { Overview } from './sentences.ts'
import { SentimentBar } from './sentiment-bar.tsx'
import { ShareOfVoice } from './share-of-voice.tsx'
import { SpanChooser } from './span-chooser.tsx'
import { Summary } from './summary.tsx'
import { TopicTable } from './topic-table.tsx'
import { spanOf } from './url-state.ts'
import { Volume } from './volume.tsx'
import { WORDS } from './words.ts'

/** What every link of Home carries on to Listening, so that it shows just the posts that were counted. */
export interface Slice {
  from: string
  to: string
  topic?: string
  channel?: string
}

export function HomePage() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/' })
  const part = withoutEmpty({ topic: search.topic, channel: search.channel })
  // Without a span the server says which days there are; the span is counted back from the last.
  const known = useQuery(ask('GET /overview', { query: part }))
  const lastDay = known.data?.lastDay ?? null
  if (known.data === undefined) return <Framed content={<Awaiting query={known} />} />
  if (lastDay === null) return <Framed content={<Newcomer />} />
  const slice = { ...spanOf(search, lastDay), ...part }
  return (
    <Page title={words.title} beside={<SpanChooser search={search} slice={slice} />}>
      <Overdue />
      <PartChips search={search} />
      <Happened slice={slice} known={known.data} />
    </Page>
  )
}

function Framed({ content }: { content: React.ReactNode }) {
  const words = useWords(WORDS)
  return (
    <Page title={words.title}>
      <Overdue />
      {content}
    </Page>
  )
}

function Newcomer() {
  const words = useWords(WORDS)
  return (
    <>
      <Empty title={words.empty}>
        <p>{words.emptyText}</p>
        <div className="row">
          <Button component={Link} to="/channels">
            {words.goChannels}
          </Button>
          <Button component={Link} to="/import" variant="default">
            {words.goImport}
          </Button>
        </div>
      </Empty>
      <SampleWorld />
    </>
  )
}

function Happened({ slice, known }: { slice: Slice; known: Overview }) {
  const isKnown = known.from === slice.from && known.to === slice.to
  const asked = useQuery({ ...ask('GET /overview', { query: slice }), enabled: !isKnown })
  const before = useQuery(
    ask('GET /overview', { query: { ...slice, ...spanBefore(slice.from, slice.to) } }),
  )
  const overview = isKnown ? known : asked.data
  if (overview === undefined) return <Awaiting query={asked} />
  return (
    <>
      <div className="home-pair">
        <Summary slice={slice} overview={overview} />
        <Briefing slice={slice} />
      </div>
      <Volume slice={slice} overview={overview} />
      <div className="home-pair">
        <div className="stack">
          <SentimentBar slice={slice} overview={overview} />
          <IntentTable slice={slice} overview={overview} />
          <TopicTable slice={slice} overview={overview} />
        </div>
        <div className="stack">
          {before.data === undefined && before.isError && <Awaiting query={before} />}
          <ShareOfVoice slice={slice} overview={overview} before={before.data} />
          <CycleRing slice={slice} overview={overview} />
        </div>
      </div>
      <ReadBy readBy={overview.readBy} />
    </>
  )
}
