import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { Reading } from '../terms.ts'
import './explained-text.css'
import {
  type Explained,
  explainedParts,
  type Highlight,
  highlightsOf,
  labelOf,
  within,
} from './highlights.ts'
import { cutAtSpans } from './marked-text.ts'
import { DRAWER_WORDS, EVIDENCE_OF_WORDS, labelWords } from './post-drawer-words.ts'
import { PostText } from './post-text.tsx'

type Full = Answer<'GET /activities/{id}'>

/**
 * Title and text of a post, with the pieces marked that moved one part of its reading; which part is
 * the reader's choice. Without evidence in the text: the text with its topics.
 */
export function ExplainedText({ activity }: { activity: Full }) {
  const { reading, evidence } = activity
  const parts = explainedParts(reading, evidence)
  const [chosen, setChosen] = useState<Explained | 'topics' | undefined>(undefined)
  const part = chosen === 'topics' ? undefined : (parts.find((one) => one === chosen) ?? parts[0])
  if (reading === null || part === undefined) {
    return (
      <>
        <PlainText activity={activity} />
        {reading !== null && parts.length > 0 && (
          <PartChoice parts={parts} part={part} reading={reading} choose={setChosen} />
        )}
      </>
    )
  }
  return (
    <>
      <MarkedTexts activity={activity} highlights={highlightsOf(part, reading, evidence)} />
      <PartChoice parts={parts} part={part} reading={reading} choose={setChosen} />
      <Legend />
    </>
  )
}

function PlainText({ activity }: { activity: Full }) {
  return (
    <>
      {activity.title !== null && <strong dir="auto">{activity.title}</strong>}
      <PostText activity={activity} isShort={false} />
    </>
  )
}

function MarkedTexts({ activity, highlights }: { activity: Full; highlights: Highlight[] }) {
  const { title, text, reading } = activity
  const textFrom = title === null ? 0 : title.length + 1
  return (
    <>
      {title !== null && (
        <strong dir="auto">
          <Marked text={title} highlights={highlights} />
        </strong>
      )}
      {text !== null && (
        <div className="post-text" dir="auto" lang={reading?.lang}>
          <Marked text={text} highlights={within(highlights, textFrom)} />
        </div>
      )}
    </>
  )
}

function Marked({ text, highlights }: { text: string; highlights: Highlight[] }) {
  let offset = 0
  return cutAtSpans(text, highlights).map((piece) => {
    const key = offset
    offset += piece.text.length
    const strongest = piece.marks.find(({ isStrong }) => isStrong) ?? piece.marks[0]
    if (strongest === undefined) return piece.text
    return <Says key={key} text={piece.text} highlight={strongest} />
  })
}

/** Underlined for, dotted against; the words that say so are for those who do not see it. */
function Says({ text, highlight: { isFor, isStrong } }: { text: string; highlight: Highlight }) {
  const words = useWords(DRAWER_WORDS)
  const side = isFor
    ? words[isStrong ? 'markForStrongly' : 'markFor']
    : words[isStrong ? 'markAgainstStrongly' : 'markAgainst']
  return (
    <mark className="says" data-for={isFor} data-strong={isStrong} title={side}>
      {text}
      <span className="hidden says-side">{side}</span>
    </mark>
  )
}

function PartChoice(props: {
  parts: Explained[]
  part: Explained | undefined
  reading: Reading
  choose: (part: Explained | 'topics') => void
}) {
  const words = useWords(DRAWER_WORDS)
  const { language } = useLanguage()
  const { parts, part, reading, choose } = props
  const nameOf = (one: Explained) => {
    const name = EVIDENCE_OF_WORDS[one][language]
    const isOpen = reading.unsure.some((open) => open === one)
    const label = isOpen ? words.open : labelWords(one, labelOf(one, reading))?.[language]
    return label === undefined ? name : words.partIs(name, label)
  }
  return (
    <NativeSelect
      className="narrow"
      label={words.explain}
      value={part ?? 'topics'}
      onChange={({ currentTarget: { value } }) =>
        choose(parts.find((one) => one === value) ?? 'topics')
      }
      data={[
        ...parts.map((value) => ({ value, label: nameOf(value) })),
        { value: 'topics', label: words.explainTopics },
      ]}
    />
  )
}

function Legend() {
  const words = useWords(DRAWER_WORDS)
  return (
    <p className="row small soft">
      <span className="says" data-for="true" data-strong="true">
        {words.speaksFor}
      </span>
      <span className="says" data-for="false" data-strong="true">
        {words.speaksAgainst}
      </span>
      <span>{words.deeper}</span>
    </p>
  )
}
