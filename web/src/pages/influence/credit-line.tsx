import { Link } from '@tanstack/react-router'
import type { ItemOf } from '../../api.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatDuration, formatPart } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { CAUSED_WORDS, LEVEL_WORDS, TOUCH_WORDS } from '../../parts/influence-words.ts'
import { PostTime } from '../../parts/post.tsx'
import { CREDIT_WORDS } from './credit-words.ts'
import { ShareMark } from './share-mark.tsx'

export type CreditItem = ItemOf<'GET /influence/credits'>

/** A post, how it reached somebody, and the outcome that followed, with its part in it. */
export function CreditLine(props: {
  item: CreditItem
  topic: string | undefined
  open: (post: string) => void
}) {
  const { item, topic, open } = props
  const words = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  const { outcome } = item
  const what = CAUSED_WORDS[outcome.type][language]
  const who = outcome.person?.name ?? words.somebody
  const waitedMs = Date.parse(outcome.at) - Date.parse(item.reachedAt)
  return (
    <li className="credit-line">
      <div className="credit-line-share">
        <strong>{formatPart(item.share, language)}</strong>
        <ShareMark share={item.share} />
      </div>
      <div className="stack-tight">
        <SaidBy item={item} open={open} />
        <p className="small soft">
          {words.reached(who, TOUCH_WORDS[item.kind][language])} (
          <PostTime time={item.reachedAt} />)
        </p>
        <p className="row">
          <span aria-hidden>→</span>
          <span className="chip influence-outcome">{what}</span>
          <PersonName person={outcome.person} />
          <span className="small soft">
            {words.after(formatDuration(Math.max(0, waitedMs), language))} (
            <PostTime time={outcome.at} />)
          </span>
          {item.isLive && <span className="chip chip-open">{words.live}</span>}
          <Link
            className="small"
            to="/influence/paths/$outcome"
            params={{ outcome: outcome.id }}
            search={withoutEmpty({ topic })}
            aria-label={words.pathOf(who, what)}
          >
            {words.path}
          </Link>
        </p>
      </div>
    </li>
  )
}

/** Who said it, where, at what level, and the words; they open the post. */
export function SaidBy(props: {
  item: Pick<CreditItem, 'person' | 'channel' | 'level' | 'post'>
  open: (post: string) => void
}) {
  const { person, channel, level, post } = props.item
  const words = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  return (
    <>
      <p className="row">
        <PersonName person={person} />
        <span className="chip chip-relation">{LEVEL_WORDS[level][language]}</span>
        {channel !== null && <bdi className="small soft">{channel.name}</bdi>}
      </p>
      {post !== null && (
        <p>
          <button
            type="button"
            className="link-button credit-line-post"
            data-list-item
            aria-haspopup="dialog"
            onClick={() => props.open(post.id)}
          >
            <span className="hidden">{words.openPost(person?.name ?? words.somebody)}: </span>
            <span dir="auto">{post.excerpt ?? words.noExcerpt}</span>
          </button>{' '}
          <span className="small soft">
            <PostTime time={post.publishedAt} />
          </span>
        </p>
      )}
    </>
  )
}

export function PersonName({ person }: { person: CreditItem['person'] }) {
  const words = useWords(CREDIT_WORDS)
  if (person === null) return <span className="soft">{words.somebody}</span>
  return (
    <Link to="/people/$id" params={{ id: person.id }}>
      <bdi>{person.name}</bdi>
    </Link>
  )
}
