import { useMemo } from 'react'
import { useLanguage } from '../language.tsx'
import type { Activity } from '../terms.ts'
import { cutAtSpans, type Span } from './marked-text.ts'
import { findSought } from './sought.ts'
import { TOPIC_KIND_WORDS } from './words.ts'

type Mark = Span & { topic?: Activity['topics'][number] }

/**
 * What somebody wrote, topics and searched words marked; always as text. `auto` lets right-to-left
 * text run its own way.
 */
export function PostText(props: {
  activity: Activity
  isShort: boolean
  sought?: string | undefined
}) {
  const { text, topics, reading } = props.activity
  const marks = useMemo(() => {
    const found: Mark[] = props.sought === undefined ? [] : findSought(text ?? '', props.sought)
    return [...found, ...topics.map((topic) => ({ start: topic.start, end: topic.end, topic }))]
  }, [text, topics, props.sought])
  if (text === null) return null
  let offset = 0
  return (
    <div className="post-text" data-short={props.isShort} dir="auto" lang={reading?.lang}>
      {cutAtSpans(text, marks).map((piece) => {
        const key = offset
        offset += piece.text.length
        return <Marked key={key} text={piece.text} marks={piece.marks} />
      })}
    </div>
  )
}

function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const { language } = useLanguage()
  if (marks.length === 0) return text
  const topic = marks.find((mark) => mark.topic !== undefined)?.topic
  const isSought = marks.some((mark) => mark.topic === undefined)
  const named = topic && `${topic.name} (${TOPIC_KIND_WORDS[topic.kind][language]})`
  return (
    <mark title={named} data-sought={isSought}>
      {text}
    </mark>
  )
}
