import { useInfiniteQuery } from '@tanstack/react-query'
import type { ItemOf } from '../../api.ts'
import { askPages } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { useMergeFields } from './merge-field.ts'
import { MERGE_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'
import { CHANGE_WORDS, WORDS } from './words.ts'

const CHANGES_SHOWN = 5

/** What stood in names, owners, own fields and tags before: who changed it, when and how. */
export function FieldHistory({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const asked = { params: { id: person.id }, query: { limit: CHANGES_SHOWN } }
  const pages = useInfiniteQuery(askPages('GET /people/{id}/changes', asked))
  const items = pages.data?.pages.flatMap((page) => page.items)
  return (
    <section className="sheet stack-tight" aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      {items === undefined ? (
        <Awaiting query={pages} />
      ) : items.length === 0 ? (
        <p className="soft small">{words.noChanges}</p>
      ) : (
        <ul className="bare-list">
          {items.map((change) => (
            <Change key={change.id} change={change} personId={person.id} />
          ))}
        </ul>
      )}
      {items !== undefined && <LoadMore pages={pages} />}
    </section>
  )
}

function Change(props: { change: ItemOf<'GET /people/{id}/changes'>; personId: string }) {
  const words = useWords(WORDS)
  const mergeWords = useWords(MERGE_WORDS)
  const { language } = useLanguage()
  const { nameOf, shownIn } = useMergeFields()
  const { from, to, at, origin, author, personId } = props.change
  return (
    <li className="merge small">
      <bdi>{nameOf(props.change)}</bdi>: <bdi>{shownIn(props.change, from)}</bdi> →{' '}
      <bdi>{shownIn(props.change, to)}</bdi>
      <div className="soft">
        {CHANGE_WORDS[origin][language]} · <PostTime time={at} />
        {author?.name && (
          <>
            {' · '}
            <bdi>{mergeWords.by(author.name)}</bdi>
          </>
        )}
        {personId !== props.personId && <> · {words.ofMerged}</>}
      </div>
    </li>
  )
}
