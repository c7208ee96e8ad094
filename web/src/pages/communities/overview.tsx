import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { formatCount, formatLanguage, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { StageChip } from '../../parts/chips.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { Post, PostTime } from '../../parts/post.tsx'
import { TOPIC_KIND_WORDS } from '../../parts/words.ts'
import type { CommunityInFull, CommunityMember } from '../../terms.ts'
import { communityName } from './community-name.ts'
import { changeText, WORDS } from './words.ts'

/** What is known of a community; every figure leads to what it counts. */
export function Overview(props: { community: CommunityInFull; open: (id: string) => void }) {
  const { community, open } = props
  const words = useWords(WORDS)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  return (
    <div className="community-columns">
      <div className="stack" ref={list}>
        <Weeks community={community} />
        <section className="stack-tight" aria-labelledby="community-typical">
          <h2 id="community-typical">{words.typical}</h2>
          {community.typical.length === 0 ? (
            <p className="soft">{words.noTypical}</p>
          ) : (
            <ul className="bare-list sheet posts">
              {community.typical.map((activity) => (
                <li key={activity.id}>
                  <Post activity={activity} open={open} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <History community={community} />
      </div>
      <div className="stack">
        <Health community={community} />
        <People
          title={words.holders}
          hint={words.holdersHint}
          members={community.holders}
          figure="rank"
        />
        <People
          title={words.bridges}
          hint={community.bridges.length > 0 ? words.bridgesHint : words.noBridges}
          members={community.bridges}
          figure="leap"
        />
        <Neighbours community={community} />
        <Mix community={community} />
      </div>
    </div>
  )
}

function Weeks({ community }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [isTable, setTable] = useState(false)
  const { weeks } = community
  const most = Math.max(1, ...weeks)
  return (
    <section className="sheet stack-tight" aria-labelledby="community-weeks">
      <div className="row spread">
        <h2 id="community-weeks">{words.activity}</h2>
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>
          {isTable ? words.showChart : words.showTable}
        </button>
      </div>
      {isTable ? (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              <th scope="col" className="number">
                {words.posts}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((count, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
              <tr key={i}>
                <th scope="row">{words.weeksAgo(weeks.length - 1 - i)}</th>
                <td className="number">{formatCount(count, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <svg
          className="community-weeks"
          viewBox={`0 0 ${weeks.length * 10} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-label={words.weeksLabel}
        >
          {weeks.map((count, i) => {
            const height = count === 0 ? 0 : 2 + (98 * count) / most
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
                key={i}
                x={i * 10 + 1.5}
                width={7}
                y={100 - height}
                height={height}
              >
                <title>{`${words.weeksAgo(weeks.length - 1 - i)}: ${formatCount(count, language)}`}</title>
              </rect>
            )
          })}
        </svg>
      )}
    </section>
  )
}

const PARTS = ['activeShare', 'answerRate', 'reciprocity', 'newcomersKept'] as const

function Health({ community: { health } }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="community-health">
      <h2 id="community-health">
        {words.health} {Math.round(health.score)}
      </h2>
      <ul className="bare-list stack-tight">
        {PARTS.map((part) => (
          <li key={part} className="community-part small">
            <span>{words[part]}</span>
            <span className="number">{formatShare(health[part], language)}</span>
            <progress max={1} value={health[part]} aria-hidden />
          </li>
        ))}
      </ul>
      <p className="soft small">{words.healthHint}</p>
    </section>
  )
}

function People(props: {
  title: string
  hint: string
  members: CommunityMember[]
  figure: 'rank' | 'leap'
}) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.members.length > 0 && (
        <table className="plain small">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col" className="number">
                {words[props.figure]}
              </th>
              {props.figure === 'rank' && (
                <th scope="col" className="number">
                  {words.core}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {props.members.map((member) => (
              <tr key={member.person.id}>
                <th scope="row">
                  <MemberName member={member} />
                </th>
                <td className="number">{member[props.figure].toFixed(1)}</td>
                {props.figure === 'rank' && <td className="number">{member.core}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft small">{props.hint}</p>
    </section>
  )
}

/** A person, and whether they are of ours or of a competitor. */
export function MemberName({ member }: { member: CommunityMember }) {
  const words = useWords(WORDS)
  const { person, isOurs, isRival } = member
  return (
    <>
      <Link to="/people/$id" params={{ id: person.id }} data-list-item>
        <bdi>{person.name}</bdi>
      </Link>{' '}
      {isOurs && <span className="chip chip-relation">{words.ours}</span>}
      {isRival && <span className="chip chip-relation">{words.rival}</span>}
    </>
  )
}

function Neighbours({ community: { neighbours } }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (neighbours.length === 0) return null
  return (
    <section className="sheet stack-tight" aria-labelledby="community-neighbours">
      <h2 id="community-neighbours">{words.neighbours}</h2>
      <ul className="bare-list stack-tight small">
        {neighbours.map((one) => (
          <li key={one.id} className="row spread">
            <Link to="/communities/$id" params={{ id: one.id }}>
              <bdi>{communityName(one, language) ?? words.title}</bdi>
            </Link>
            <span className="soft">{words.tiesOf(one.ties)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Stages, topics and languages of what is said, each leading to its posts. */
function Mix({ community }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const to = { to: '/communities/$id', params: { id: community.id } } as const
  const view = 'posts' as const
  return (
    <section className="sheet stack-tight" aria-label={words.posts}>
      <h2>{words.stages}</h2>
      <ul className="bare-list stack-tight small">
        {community.stages.map(({ stage, stance, posts }) => (
          <li key={`${stage} ${stance}`} className="row spread">
            <StageChip stage={stage} stance={stance} />
            <Link {...to} search={{ view, stage, stance }}>
              {formatCount(posts, language)}
            </Link>
          </li>
        ))}
      </ul>
      <h2>{words.topics}</h2>
      {community.topics.length === 0 && <p className="soft small">{words.noTopics}</p>}
      <ul className="bare-list stack-tight small">
        {community.topics.map((topic) => (
          <li key={topic.id} className="row spread">
            <span>
              <bdi>{topic.name}</bdi>{' '}
              <span className="soft">{TOPIC_KIND_WORDS[topic.kind][language]}</span>
            </span>
            <Link {...to} search={{ view, topic: topic.id }}>
              {formatCount(topic.posts, language)}
            </Link>
          </li>
        ))}
      </ul>
      <h2>{words.languages}</h2>
      <ul className="bare-list stack-tight small">
        {community.languages.map(({ lang, posts }) => (
          <li key={lang} className="row spread">
            <span>{formatLanguage(lang, language)}</span>
            <Link {...to} search={{ view, lang }}>
              {formatCount(posts, language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ community: { changes } }: { community: CommunityInFull }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <section className="sheet stack-tight" aria-labelledby="community-history">
      <h2 id="community-history">{words.history}</h2>
      <ol className="bare-list stack-tight small">
        {changes.map((change) => {
          const names = change.others.map((one) => communityName(one, language) ?? words.title)
          const others = names.join(language === 'ja' ? '、' : ', ') || '–'
          return (
            <li key={change.id} className="row">
              <span className="soft">
                <PostTime time={change.at} />
              </span>
              <span>{changeText(change, others, language)}</span>
              {change.others.map((one) => (
                <Link key={one.id} to="/communities/$id" params={{ id: one.id }}>
                  <bdi>{communityName(one, language) ?? words.title}</bdi>
                </Link>
              ))}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
