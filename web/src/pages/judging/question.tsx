import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { isComposing } from '../../parts/keys.ts'
import { OriginalLink, PostTime } from '../../parts/post.tsx'
import { PostText } from '../../parts/post-text.tsx'
import type { EarlierReading } from '../../terms.ts'
import { type Answer, choiceOfKey, choose, judgementOf, startFrom } from './answer.ts'
import { Choices } from './choices.tsx'
import type { QueueItem } from './page.tsx'
import { WORDS } from './words.ts'

interface Asked {
  item: QueueItem
  /** The first post leaves the focus where it is; later ones take it, so that it is read out. */
  isFirst: boolean
  isSending: boolean
  submit: (judgement: EarlierReading['said']) => void
  skip: () => void
}

/** One post and what to say of it. */
export function Question({ item, isFirst, isSending, submit, skip }: Asked) {
  const words = useWords(WORDS)
  const [answer, setAnswer] = useState<Answer>(() => startFrom(item.said))
  const judgement = judgementOf(answer)
  const post = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isFirst) post.current?.focus({ preventScroll: false })
  }, [isFirst])
  const send = () => judgement !== undefined && !isSending && submit(judgement)
  useJudgingKeys((key) => {
    const choice = choiceOfKey(key)
    if (choice !== undefined) setAnswer(choose(answer, choice))
    else if (key === 'Enter') send()
    else if (key.toLowerCase() === 'z') isSending || skip()
    else return false
    return true
  })
  return (
    <div className="judging">
      <article className="sheet stack-tight" ref={post} tabIndex={-1} aria-label={words.post}>
        <About item={item} />
        {item.activity.title !== null && <strong dir="auto">{item.activity.title}</strong>}
        <div className="judging-text">
          <PostText activity={item.activity} isShort={false} />
        </div>
      </article>
      <Choices
        answer={answer}
        unsure={item.unsure}
        choose={(choice) => setAnswer(choose(answer, choice))}
      />
      <div className="row">
        <Button disabled={judgement === undefined} loading={isSending} onClick={send}>
          {words.submit}
        </Button>
        <Button variant="default" disabled={isSending} onClick={skip}>
          {words.skip}
        </Button>
        {judgement === undefined && <span className="small soft">{words.missing}</span>}
      </div>
      <p className="soft small judging-keys">{words.keys}</p>
    </div>
  )
}

function About({ item: { activity, lang } }: { item: QueueItem }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const topics = [...new Set(activity.topics.map(({ name }) => name))]
  return (
    <p className="row small soft">
      <span>{formatLanguage(lang, language)}</span>
      <span>
        {topics.length === 0
          ? words.noTopics
          : `${words.topics}: ${topics.join(language === 'ja' ? '、' : ', ')}`}
      </span>
      <PostTime time={activity.publishedAt} />
      <OriginalLink url={activity.url} />
    </p>
  )
}

/** Keys of the whole page, but those that belong to a field, a button, a dialog or an input method. */
function useJudgingKeys(press: (key: string) => boolean): void {
  const last = useRef(press)
  last.current = press
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOurs = !(event.ctrlKey || event.metaKey || event.altKey || event.repeat)
      if (!isOurs || isComposing(event) || belongsElsewhere(event)) return
      if (last.current(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function belongsElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role=dialog],[role=menu]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('select,textarea,input:not([type=radio],[type=checkbox])') !== null)
    return true
  return key === 'Enter' && target.closest('a,button,summary') !== null
}
