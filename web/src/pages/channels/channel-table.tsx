import { Link } from '@tanstack/react-router'
import { addDays } from '../../days.ts'
import { dayOf, formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { useSession } from '../../session.ts'
import { ChannelKind } from './channel-kind.tsx'
import { ConditionChip } from './condition-chip.tsx'
import { type Channel, WORDS } from './words.ts'

export function ChannelTable({ channels }: { channels: Channel[] }) {
  const words = useWords(WORDS)
  return (
    <div className="sheet posts scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.condition}</th>
            <th scope="col">{words.lastHeard}</th>
            <th scope="col" className="number">
              {words.lag}
            </th>
            <th scope="col" className="number">
              {words.lastWeek}
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ChannelRow({ channel }: { channel: Channel }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { health, problem } = channel
  return (
    <tr>
      <th scope="row">
        <Link to="/channels/$id" params={{ id: channel.id }} data-list-item>
          <bdi>{channel.name}</bdi>
        </Link>
        <div className="soft small">
          <ChannelKind channel={channel} />
        </div>
      </th>
      <td>
        <ConditionChip channel={channel} />
        {problem !== null && (
          <div className="small channel-problem">
            {problem.words[language]}
            {problem.detail !== null && <span className="soft"> {problem.detail}</span>}
          </div>
        )}
      </td>
      <td className="small">
        {health === null ? null : health.lastArrivedAt === null ? (
          <span className="soft">{words.never}</span>
        ) : (
          <PostTime time={health.lastArrivedAt} />
        )}
      </td>
      <td className="number small">{health?.lagMs == null ? null : words.delay(health.lagMs)}</td>
      <td className="number">
        <WeekLink channel={channel} />
      </td>
    </tr>
  )
}

/** Leads to just the posts that the number counts. */
export function WeekLink({ channel }: { channel: Pick<Channel, 'id' | 'name' | 'postsLastWeek'> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const to = dayOf(new Date(), workspace.timeZone)
  const search = { channel: channel.id, from: addDays(to, -6), to }
  return (
    <Link
      to="/listening"
      search={search}
      aria-label={words.postsOf(channel.name, channel.postsLastWeek)}
    >
      {formatCount(channel.postsLastWeek, language)}
    </Link>
  )
}
