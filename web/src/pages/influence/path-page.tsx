import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatPart } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { CAUSED_WORDS } from '../../parts/influence-words.ts'
import { useListKeys } from '../../parts/keys.ts'
import { Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { PostDrawer } from '../../parts/post-drawer.tsx'
import { PersonName } from './credit-line.tsx'
import './influence.css'
import { formatAmount } from './amounts.ts'
import { CREDIT_WORDS, PATH_WORDS } from './credit-words.ts'
import { type Money, Step } from './path-step.tsx'
import { pathTree } from './path-tree.ts'
import { ShareMark } from './share-mark.tsx'
import { EvidenceChip } from './summary.tsx'
import { UncreditedOutcome } from './uncredited.tsx'
import { showsLoss, Unmeasured } from './unmeasured.tsx'

type Path = Answer<'GET /influence/paths/{outcome}'>['paths'][number]
type Open = (post: string) => void

/** How one outcome came about: what had reached the person, in the order of time, with its part. */
export function PathPage() {
  const words = useWords(PATH_WORDS)
  const { language } = useLanguage()
  const credits = useWords(CREDIT_WORDS)
  const { outcome } = useParams({ from: '/inside/influence/paths/$outcome' })
  const { topic, post } = useSearch({ from: '/inside/influence/paths/$outcome' })
  const navigate = useNavigate({ from: '/influence/paths/$outcome' })
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, useRef(null))
  const query = useQuery(
    ask('GET /influence/paths/{outcome}', {
      params: { outcome },
      query: withoutEmpty({ topic }),
    }),
  )
  const open = (id: string | undefined) =>
    navigate({ search: withoutEmpty({ topic, post: id }), resetScroll: false })
  const first = query.data?.paths[0]?.outcome ?? query.data?.uncredited?.outcome ?? undefined
  const title =
    first === undefined
      ? words.title
      : words.titleOf(first.person?.name ?? credits.somebody, CAUSED_WORDS[first.type][language])
  return (
    <Page title={title}>
      <p className="row small">
        <Link to="/influence" search={withoutEmpty({ topic })}>
          {credits.back}
        </Link>
        {query.data?.topic != null && <bdi>{query.data.topic.name}</bdi>}
      </p>
      {query.data === undefined && <Awaiting query={query} />}
      <div ref={list} className="stack">
        {query.data?.paths.map((path) => (
          <OnePath key={path.outcome.type} path={path} open={open} />
        ))}
        {query.data?.uncredited != null && (
          <UncreditedOutcome uncredited={query.data.uncredited} open={open} />
        )}
      </div>
      <PostDrawer id={post} close={() => open(undefined)} />
    </Page>
  )
}

function OnePath({ path, open }: { path: Path; open: Open }) {
  const words = useWords(PATH_WORDS)
  const { language } = useLanguage()
  const { touches, background, outcome } = path
  const direct = touches.filter(({ hop }) => hop === 1).length + path.rest
  const parts = [1 - background, background].map((part) => formatPart(part, language))
  const [prompted = '', anyway = ''] = parts
  const uncaused = direct === 0 ? words.alone : words.noneCredited(direct)
  const sentence = background >= 1 ? uncaused : words.sentence(prompted, direct, anyway)
  return (
    <section className="sheet stack" aria-label={CAUSED_WORDS[outcome.type][language]}>
      <p className="influence-sentence">
        {sentence} <EvidenceChip evidence={path.evidence} />
      </p>
      {showsLoss(outcome.type) && <Unmeasured />}
      <h2>{words.timeline}</h2>
      <ol className="bare-list path-steps">
        {pathTree(touches).map((node) => (
          <Step
            key={node.touch.number}
            node={node}
            of={outcome.person?.name}
            worth={worthOf(outcome)}
            open={open}
          />
        ))}
        {path.rest > 0 && (
          <li className="path-step" data-kind="rest">
            <p className="soft">{words.rest(path.rest, formatPart(path.restShare, language))}</p>
          </li>
        )}
        <Ending path={path} open={open} />
      </ol>
      {touches.some(({ hop }) => hop > 1) && <p className="soft small">{words.hopText}</p>}
    </section>
  )
}

/** What was paid, or by how much the stage after is worth more; null where nobody can say. */
function worthOf({ valueMinor, currency, worth }: Path['outcome']): Money | null {
  return valueMinor === null || currency === null ? worth : { currency, minor: valueMinor }
}

function OutcomeMoney({ outcome }: { outcome: Path['outcome'] }) {
  const words = useWords(PATH_WORDS)
  const { language } = useLanguage()
  const worth = worthOf(outcome)
  if (worth === null) return <span className="small soft">{words.noValue}</span>
  return (
    <span className="number" title={outcome.worth === worth ? words.worthText : undefined}>
      <span className="hidden">{words.value} </span>
      {formatAmount(worth, language)}
      {outcome.worth === worth && <span className="small soft"> {words.expected}</span>}
    </span>
  )
}

/** The outcome itself, with what would have happened anyway. */
function Ending({ path: { outcome, background }, open }: { path: Path; open: Open }) {
  const words = useWords(PATH_WORDS)
  const { language } = useLanguage()
  return (
    <>
      <li className="path-step" data-kind="anyway">
        <div className="path-share">
          <strong>{formatPart(background, language)}</strong>
          <ShareMark share={background} />
        </div>
        <p>{words.anyway}</p>
      </li>
      <li className="path-step" data-kind="outcome">
        <div className="path-share">
          <strong>{formatPart(1, language)}</strong>
        </div>
        <div className="stack-tight">
          <p className="row">
            <span className="chip influence-outcome">{CAUSED_WORDS[outcome.type][language]}</span>
            <PersonName person={outcome.person} />
            <span className="small soft">
              <PostTime time={outcome.at} />
            </span>
            <OutcomeMoney outcome={outcome} />
          </p>
          <p>
            <button
              type="button"
              className="link-button"
              data-list-item
              aria-haspopup="dialog"
              onClick={() => open(outcome.id)}
            >
              {outcome.post?.excerpt ?? words.openOutcome}
            </button>
          </p>
        </div>
      </li>
    </>
  )
}
