import { useLanguage } from '../language.tsx'
import type { Activity } from '../terms.ts'
import { cutAtSpans } from './marked-text.ts'
import { TOPIC_KIND_WORDS } from './words.ts'

/** What somebody wrote, topics marked; always as text. `auto` lets right-to-left text run its own way. */
export function PostText({ activity, isShort }: { activity: Activity; isShort: boolean }) {
  const { language } = useLanguage()
  const { text, topics, reading } = activity
  if (text === null) return null
  let offset = 0
  return (
    <div className="post-text" data-short={isShort} dir="auto" lang={reading?.lang}>
      {cutAtSpans(text, topics).map((piece) => {
        const key = offset
        offset += piece.text.length
        const [topic] = piece.marks
        if (topic === undefined) return <span key={key}>{piece.text}</span>
        const title = `${topic.name} (${TOPIC_KIND_WORDS[topic.kind][language]})`
        return (
          <mark key={key} title={title}>
            {piece.text}
          </mark>
        )
      })}
    </div>
  )
}
