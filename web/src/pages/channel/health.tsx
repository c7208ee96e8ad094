import { formatBytes } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { WeekLink } from '../channels/channel-table.tsx'
import { type ChannelInFull, WORDS as LIST_WORDS } from '../channels/words.ts'
import { WORDS } from './words.ts'

/** When it was last heard, how fast, how much. */
export function Health({ channel }: { channel: ChannelInFull }) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack" aria-labelledby="health">
      <h2 id="health">{words.health}</h2>
      <dl className="channel-facts">
        <Fact term={words.week}>
          <WeekLink channel={channel} />
        </Fact>
        {channel.health !== null && <Figures health={channel.health} />}
      </dl>
    </section>
  )
}

function Figures({ health }: { health: NonNullable<ChannelInFull['health']> }) {
  const words = useWords(WORDS)
  const list = useWords(LIST_WORDS)
  const { language } = useLanguage()
  return (
    <>
      <TimeFact term={words.lastPublished} time={health.lastPublishedAt} />
      <TimeFact term={words.lastArrived} time={health.lastArrivedAt} />
      <Fact term={words.lag}>{health.lagMs === null ? words.none : list.delay(health.lagMs)}</Fact>
      <TimeFact term={words.tried} time={health.triedAt} />
      <TimeFact term={words.succeeded} time={health.succeededAt} />
      <TimeFact term={words.next} time={health.nextTryAt} />
      <Fact term={words.requests}>
        {words.count(health.requests)}
        <span className="soft small">
          {' '}
          {words.unchanged} {words.count(health.unchanged)}
        </span>
      </Fact>
      <Fact term={words.events}>
        {words.count(health.events)}
        <span className="soft small">
          {' '}
          {words.taken} {words.count(health.taken)}
        </span>
      </Fact>
      <Fact term={words.bytes}>{formatBytes(health.bytes, language)}</Fact>
    </>
  )
}

function TimeFact({ term, time }: { term: string; time: string | null }) {
  const words = useWords(WORDS)
  return <Fact term={term}>{time === null ? words.none : <PostTime time={time} />}</Fact>
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
