import { Link } from '@tanstack/react-router'
import { formatTime } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { useSession } from '../session.ts'
import type { Activity } from '../terms.ts'
import { OutcomeText } from './outcome-text.tsx'
import { safeUrl } from './outside-link.ts'
import { ReadingChips } from './reading-chips.tsx'
import './post.css'
import { PostText } from './post-text.tsx'
import { ACTIVITY_WORDS, WORDS } from './words.ts'

/** An activity as lists show it; `open` shows its details, `sought` are the words that were searched. */
export function Post(props: {
  activity: Activity
  open: (id: string) => void
  sought?: string | undefined
}) {
  const { activity, open, sought } = props
  const words = useWords(WORDS)
  const isPost = activity.text !== null || activity.reading !== null
  return (
    <article className="post" data-activity={activity.id}>
      <div className="row small">
        <Author activity={activity} />
        <button
          type="button"
          className="link-button"
          data-list-item
          aria-haspopup="dialog"
          onClick={() => open(activity.id)}
        >
          <span className="hidden">{words.postBy(activity.actor.name)} </span>
          <PostTime time={activity.publishedAt} />
        </button>
        <Marks activity={activity} />
      </div>
      {activity.title !== null && <strong dir="auto">{activity.title}</strong>}
      {activity.outcome !== null && <OutcomeText id={activity.id} outcome={activity.outcome} />}
      <PostText activity={activity} isShort sought={sought} />
      {isPost && (
        <div className="row">
          <ReadingChips activity={activity} />
          <OriginalLink url={activity.url} />
        </div>
      )}
    </article>
  )
}

export function PostTime({ time }: { time: string }) {
  const { language } = useLanguage()
  const { workspace } = useSession()
  return <time dateTime={time}>{formatTime(time, workspace.timeZone, language)}</time>
}

/** Who did it, as a link to the person. */
export function Author({ activity }: { activity: Activity }) {
  const { actor } = activity
  return (
    <>
      <Link to="/people/$id" params={{ id: actor.personId }}>
        <bdi>{actor.name}</bdi>
      </Link>
      <span className="soft">
        {actor.username !== null && <bdi>@{actor.username} · </bdi>}
        {actor.platform}
      </span>
    </>
  )
}

function Marks({ activity }: { activity: Activity }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const marks = [
    activity.type === 'Create' ? null : ACTIVITY_WORDS[activity.type][language],
    activity.isExcerpt ? words.excerpt : null,
    activity.editedAt === null ? null : words.edited,
    activity.deletedAt === null ? null : words.deleted,
  ].filter((mark) => mark !== null)
  return marks.length === 0 ? null : <span className="soft">{marks.join(' · ')}</span>
}

export function OriginalLink({ url }: { url: string | null }) {
  const words = useWords(WORDS)
  const href = safeUrl(url)
  if (href === undefined) return null
  return (
    <a className="small" href={href} target="_blank" rel="noopener noreferrer">
      {words.original}
      <span className="hidden">{words.opensOutside}</span>
    </a>
  )
}
