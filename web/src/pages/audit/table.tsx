import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemOf } from '../../api.ts'
import { askAll } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { useMergeFields } from '../person/merge-field.ts'
import { detailText } from './detail-words.ts'
import { actWords, CHANGED_WORDS, WORDS } from './words.ts'

type Act = ItemOf<'GET /audit'>
type Changed = Act['changes'][number]

/** Acts of the chain, the latest first. */
export function AuditTable({ acts }: { acts: readonly Act[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const head = [words.seq, words.at, words.by, words.act, words.subject, words.changes]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section className="sheet register scroll-x" aria-label={words.title} tabIndex={0}>
      <table className="plain small">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.seq}>
              <td>{formatCount(act.seq, language)}</td>
              <td>
                <PostTime time={act.at} />
              </td>
              <td>{act.by === null ? words.house : <bdi>{act.by.name ?? words.gone}</bdi>}</td>
              <td>{actWords(act.act)[language]}</td>
              <td>
                <Subject subject={act.subject} />
              </td>
              <td className="register-text">
                <Changes act={act} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Subject({ subject }: { subject: Act['subject'] }) {
  const words = useWords(WORDS)
  if (subject === null) return <>{words.none}</>
  const { kind, id, name } = subject
  const to = kind in PAGES ? PAGES[kind as keyof typeof PAGES] : undefined
  if (to === undefined) return <bdi>{name}</bdi>
  return (
    <Link to={to} params={{ id }} data-list-item>
      <bdi>{name}</bdi>
    </Link>
  )
}

/** What has a page of its own. */
const PAGES = {
  person: '/people/$id',
  organisation: '/organisations/$id',
  deal: '/deals/$id',
  channel: '/channels/$id',
  experiment: '/experiments/$id',
} as const

/** Each field from what to what; without values what the act names of them. */
function Changes({ act }: { act: Act }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const details = act.detail.flatMap((one) => detailText(one, language) ?? [])
  return (
    <>
      {act.changes.map((changed) => (
        <Change key={changed.field} changed={changed} />
      ))}
      {act.changes.length === 0 && (
        <span className="soft">{details.join(language === 'ja' ? '、' : ', ')}</span>
      )}
      {act.erased > 0 && <div className="soft">{words.erased(act.erased)}</div>}
    </>
  )
}

function Change({ changed }: { changed: Changed }) {
  const { language } = useLanguage()
  const { nameOf, shownIn } = useMergeFields()
  const relationName = useRelationName()
  const members = useQuery(askAll('GET /members')).data ?? []
  const { field, shown, from, to } = changed
  const name = shown === null ? (CHANGED_WORDS[field]?.[language] ?? field) : nameOf(shown)
  const text = (value: string | null) => {
    if (value === null) return '—'
    if (shown === null && field === 'relation') {
      const [kind = '', ...dates] = value.split(' ')
      return [relationName(kind), ...dates].join(' ')
    }
    const member = members.find(({ id }) => id === value)
    if (member !== undefined) return member.name
    return shown === null ? value : shownIn(shown, value)
  }
  return (
    <div>
      <bdi>{name}</bdi>: <bdi>{text(from)}</bdi> → <bdi>{text(to)}</bdi>
    </div>
  )
}
