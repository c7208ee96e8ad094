import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask, askPages } from '../../client.ts'
import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { PostTime } from '../../parts/post.tsx'
import { RELATIONS_WORDS, TIE_WORDS } from '../../parts/relation-words.ts'
import { ACTIVITY_WORDS, WORDS as COMMON } from '../../parts/words.ts'

type Tie = ItemOf<'GET /people/{id}/ties'>
type Open = (post: string) => void

/** Who turns to whom around the person; each leads to the person, and to what passed between the two. */
export function Ties({ personId, open }: { personId: string; open: Open }) {
  const words = useWords(RELATIONS_WORDS)
  const query = useQuery(
    ask('GET /people/{id}/ties', { params: { id: personId }, query: { limit: 20 } }),
  )
  const [shown, show] = useState<Tie | null>(null)
  return (
    <section className="sheet stack-tight" aria-labelledby="ties">
      <h2 id="ties">{words.ties}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : query.data.items.length === 0 ? (
        <p className="soft">{words.noTies}</p>
      ) : (
        <TieTable ties={query.data.items} hasMore={query.data.hasMore} show={show} />
      )}
      {shown !== null && (
        <Acts personId={personId} tie={shown} open={open} close={() => show(null)} />
      )}
    </section>
  )
}

function TieTable(props: { ties: Tie[]; hasMore: boolean; show: (tie: Tie) => void }) {
  const words = useWords(RELATIONS_WORDS)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={words.ties}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.given}</th>
              <th scope="col">{words.received}</th>
              <th scope="col">{words.last}</th>
              <th scope="col" className="number">
                {words.strength}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.ties.map((tie) => (
              <TieRow key={tie.person.id} tie={tie} show={() => props.show(tie)} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small">
        {props.hasMore && <>{words.more} · </>}
        {words.strengthNote}
      </p>
    </>
  )
}

function TieRow({ tie, show }: { tie: Tie; show: () => void }) {
  const words = useWords(RELATIONS_WORDS)
  const { language } = useLanguage()
  const { person, strength, lastOn } = tie
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$id" params={{ id: person.id }} data-list-item>
          <bdi>{person.name}</bdi>
        </Link>{' '}
        {tie.isOurs && <span className="chip chip-relation">{words.isOurs}</span>}
        <div>
          <button
            type="button"
            className="link-button small"
            aria-label={words.showActsWith(person.name)}
            onClick={show}
          >
            {words.showActs}
          </button>
        </div>
      </th>
      <td className="small">
        <Counts counts={tie.given} />
      </td>
      <td className="small">
        <Counts counts={tie.received} />
      </td>
      <td className="small">{formatDay(lastOn, language)}</td>
      <td className="number">{strength.toFixed(1)}</td>
    </tr>
  )
}

function Counts({ counts }: { counts: Tie['given'] }) {
  const { language } = useLanguage()
  const said = (Object.keys(TIE_WORDS) as (keyof typeof TIE_WORDS)[]).filter(
    (kind) => (counts[kind] ?? 0) > 0,
  )
  return said
    .map((kind) => `${TIE_WORDS[kind][language]} ${formatCount(counts[kind] ?? 0, language)}`)
    .join(language === 'ja' ? '、' : ', ')
}

function Acts(props: { personId: string; tie: Tie; open: Open; close: () => void }) {
  const words = useWords(RELATIONS_WORDS)
  const common = useWords(COMMON)
  const { tie, close } = props
  const params = { id: props.personId, other: tie.person.id }
  const pages = useInfiniteQuery(askPages('GET /people/{id}/ties/{other}', { params, query: {} }))
  return (
    <Dialog
      opened
      onClose={close}
      size="lg"
      title={words.actsWith(tie.person.name)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {pages.data === undefined ? (
        <Awaiting query={pages} />
      ) : (
        <div className="stack-tight">
          <ul className="bare-list">
            {pages.data.pages
              .flatMap((page) => page.items)
              .map((act) => (
                <Act
                  key={act.id}
                  act={act}
                  open={() => {
                    close()
                    props.open(act.id)
                  }}
                />
              ))}
          </ul>
          <LoadMore pages={pages} />
        </div>
      )}
    </Dialog>
  )
}

const EXCERPT_CHARS_MAX = 200

function Act(props: { act: ItemOf<'GET /people/{id}/ties/{other}'>; open: () => void }) {
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const { act } = props
  return (
    <li className="relation-entry stack-tight">
      <div className="row small">
        <bdi>{act.actor.name}</bdi>
        <span className="soft">{ACTIVITY_WORDS[act.type][language]}</span>
        <PostTime time={act.publishedAt} />
        {act.text !== null && (
          <button type="button" className="link-button small" onClick={props.open}>
            {common.details}
          </button>
        )}
      </div>
      {act.text !== null && <div dir="auto">{act.text.slice(0, EXCERPT_CHARS_MAX)}</div>}
    </li>
  )
}
