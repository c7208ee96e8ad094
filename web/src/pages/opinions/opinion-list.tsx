import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { STANCE_WORDS } from '../../parts/words.ts'
import { mayWrite, useSession } from '../../session.ts'
import type { Opinion } from '../../terms.ts'
import { MergeForm } from './merge-form.tsx'
import { opinionName } from './opinion-name.ts'
import { KIND_WORDS, SIDE_WORDS, WORDS } from './words.ts'

/** The opinions of a topic; writers choose several to merge them. */
export function OpinionList({ opinions }: { opinions: Opinion[] }) {
  const words = useWords(WORDS)
  const isWriter = mayWrite(useSession())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isMerging, setMerging] = useState(false)
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const picked = opinions.filter(({ id }) => chosen.includes(id))
  const isMergeable = picked.length > 1 && new Set(picked.map(({ kind }) => kind)).size === 1
  return (
    <>
      {isWriter && picked.length > 0 && (
        <div className="row" role="status">
          <span>{words.chosen(picked.length)}</span>
          <Button disabled={!isMergeable} onClick={() => setMerging(true)}>
            {words.merge}
          </Button>
          {!isMergeable && <span className="soft small">{words.chooseTwo}</span>}
        </div>
      )}
      <div className="sheet posts">
        <table className="plain opinion-table">
          <Head isWriter={isWriter} />
          <tbody>
            {opinions.map((opinion) => (
              <OpinionLine
                key={opinion.id}
                opinion={opinion}
                isChosen={chosen.includes(opinion.id)}
                toggle={isWriter ? () => toggle(opinion.id) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isMerging && (
        <MergeForm
          opinions={picked}
          close={() => setMerging(false)}
          done={() => {
            setMerging(false)
            setChosen([])
          }}
        />
      )}
    </>
  )
}

function Head({ isWriter }: { isWriter: boolean }) {
  const words = useWords(WORDS)
  return (
    <thead>
      <tr>
        {isWriter && <td className="choose" />}
        <th scope="col">{words.name}</th>
        <th scope="col" className="number" title={words.voicesHint}>
          {words.voices}
        </th>
        <th scope="col" className="number">
          {words.posts}
        </th>
        <th scope="col" className="wide-only">
          {words.stances}
        </th>
        <th scope="col" className="number wide-only">
          {words.recent}
        </th>
      </tr>
    </thead>
  )
}

function OpinionLine(props: {
  opinion: Opinion
  isChosen: boolean
  toggle: (() => void) | undefined
}) {
  const { opinion, isChosen, toggle } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const name = opinionName(opinion.name, language)
  const text = name?.text ?? words.unnamed
  return (
    <tr>
      {toggle !== undefined && (
        <td className="choose">
          <Checkbox checked={isChosen} onChange={toggle} aria-label={words.choose(text)} />
        </td>
      )}
      <th scope="row">
        <Link to="/opinions/$id" params={{ id: opinion.id }} data-list-item lang={name?.lang}>
          <bdi>{text}</bdi>
        </Link>
        <OpinionMarks opinion={opinion} />
      </th>
      <td className="number">{formatCount(opinion.voices, language)}</td>
      <td className="number">
        <Link
          to="/listening"
          search={{ opinion: opinion.id }}
          aria-label={words.postsOf(text, opinion.posts)}
        >
          {formatCount(opinion.posts, language)}
        </Link>
      </td>
      <td className="wide-only small">
        <Stances opinion={opinion} />
      </td>
      <td className="number wide-only">
        <Recent opinion={opinion} />
      </td>
    </tr>
  )
}

/** Posts and voices of the last two weeks, and how many more than in the two before. */
export function Recent({ opinion }: { opinion: Opinion }) {
  const words = useWords(WORDS)
  const { recentPosts, trend, recentVoices, voicesTrend } = opinion
  return (
    <>
      {words.recentOf(recentPosts, trend)}
      {recentVoices !== null && voicesTrend !== null && (
        <>
          <br />
          <span className="soft small">{words.recentVoicesOf(recentVoices, voicesTrend)}</span>
        </>
      )}
    </>
  )
}

/** What kind it is, which side it is on, whether it is answered. */
export function OpinionMarks({ opinion }: { opinion: Opinion }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <div className="row small soft">
      {opinion.kind === 'question' ? (
        <>
          <span className="chip chip-relation">{KIND_WORDS.question[language]}</span>
          <span>{words.answered(opinion.answered, opinion.posts)}</span>
        </>
      ) : (
        <span className="chip chip-plain side" data-side={opinion.side}>
          <span className="dot" aria-hidden />
          {SIDE_WORDS[opinion.side][language]}
        </span>
      )}
      {opinion.isNamed && <span>{words.named}</span>}
    </div>
  )
}

/** Posts for, against and both, each leading to them, with their voices. */
export function Stances({ opinion }: { opinion: Opinion }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const shown = (['for', 'against', 'mixed'] as const).filter((stance) => opinion[stance] > 0)
  if (shown.length === 0) return <span className="soft">–</span>
  return (
    <span className="row">
      {shown.map((stance) => (
        <Link
          key={stance}
          to="/listening"
          search={{ opinion: opinion.id, topic: opinion.topicId, stance }}
        >
          {STANCE_WORDS[stance][language]}{' '}
          {words.ofStance(opinion[stance], opinion.voicesOf?.[stance] ?? null)}
        </Link>
      ))}
    </span>
  )
}
