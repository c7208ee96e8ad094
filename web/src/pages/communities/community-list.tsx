import { Link } from '@tanstack/react-router'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import type { Community } from '../../terms.ts'
import { communityName } from './community-name.ts'
import { WORDS } from './words.ts'

/** Communities with the figures to compare them by; each number leads to what it counts. */
export function CommunityList({ communities }: { communities: Community[] }) {
  const words = useWords(WORDS)
  return (
    <div className="sheet posts">
      <table className="plain community-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="number">
              {words.people}
            </th>
            <th scope="col" className="number">
              {words.recent}
            </th>
            <th scope="col" className="number wide-only" title={words.healthHint}>
              {words.health}
            </th>
            <th scope="col" className="number wide-only">
              {words.relevance}
            </th>
            <th scope="col" className="wide-only">
              {words.presence}
            </th>
          </tr>
        </thead>
        <tbody>
          {communities.map((community) => (
            <Line key={community.id} community={community} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ community }: { community: Community }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { id, people, recentPosts, beforePosts, health } = community
  const to = { to: '/communities/$id', params: { id } } as const
  return (
    <tr>
      <th scope="row">
        <Link {...to} data-list-item>
          <bdi>{communityName(community, language) ?? words.unnamed(people)}</bdi>
        </Link>
        <Marks community={community} />
      </th>
      <td className="number">
        <Link {...to} search={{ view: 'people' }}>
          {formatCount(people, language)}
        </Link>
      </td>
      <td className="number">
        <Link {...to} search={{ view: 'posts' }}>
          {words.recentOf(recentPosts, recentPosts - beforePosts)}
        </Link>
      </td>
      <td className="number wide-only">{Math.round(health.score)}</td>
      <td className="number wide-only">
        {words.relevanceOf(community.relevantPosts, community.relevance)}
      </td>
      <td className="wide-only small">{words.presenceOf(community.ours, community.rivals)}</td>
    </tr>
  )
}

/** When it ended, whether to join it, who named it, and what is spoken of. */
function Marks({ community }: { community: Community }) {
  const words = useWords(WORDS)
  const { isToJoin, name, phrases, topics, endedAt } = community
  return (
    <div className="row small soft">
      {endedAt !== null && (
        <span>
          {words.ended}: <PostTime time={endedAt} />
        </span>
      )}
      {isToJoin && endedAt === null && <span className="chip chip-relation">{words.join}</span>}
      {name !== null && (
        <span>
          {words.named}
          {phrases.length > 0 && <bdi> · {phrases.join(' / ')}</bdi>}
        </span>
      )}
      {topics.slice(0, 3).map((topic) => (
        <bdi key={topic.id}>#{topic.name}</bdi>
      ))}
    </div>
  )
}
