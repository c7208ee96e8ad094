import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage, useWords } from '../language.tsx'
import './correction-notice.css'
import { correctedReading, labelOfPart, partsOf, type ReadingChange } from './corrected-reading.ts'
import { CORRECTION_WORDS, partIs } from './correction-words.ts'
import { type Corrected, type Notice, useCorrections, useNotice } from './corrections.tsx'
import { ProblemNote } from './problem.tsx'
import { WORDS } from './words.ts'

const SHOWN_MS = 10_000

/**
 * Says what was corrected, and for ten seconds offers to undo it; longer while the pointer or the
 * focus is on it. Only the place in front shows it.
 */
export function CorrectionNotice({ isInDialog = false }: { isInDialog?: boolean }) {
  const words = useWords(CORRECTION_WORDS)
  const { notice, at, dialogs, countDialogs } = useNotice()
  useEffect(() => {
    if (!isInDialog) return
    countDialogs(1)
    return () => countDialogs(-1)
  }, [isInDialog, countDialogs])
  const isFront = isInDialog || dialogs === 0
  return (
    <section className="notice-place" aria-label={words.notice} data-dialog={isInDialog}>
      <div role="status" className="hidden">
        {isFront && notice !== null && <Text key={at} notice={notice} />}
      </div>
      {isFront && notice !== null && <Shown key={at} notice={notice} />}
    </section>
  )
}

function Shown({ notice }: { notice: Notice }) {
  const words = useWords(CORRECTION_WORDS)
  const common = useWords(WORDS)
  const { dismiss } = useNotice()
  const { undo } = useCorrections()
  const [isHeld, setHeld] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time begins anew when it is let go, nothing else
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(dismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld])
  const hold = { onMouseEnter: () => setHeld(true), onFocus: () => setHeld(true) }
  const letGo = { onMouseLeave: () => setHeld(false), onBlur: () => setHeld(false) }
  if (notice.kind === 'failed') {
    return (
      <div className="notice" {...hold} {...letGo}>
        <ProblemNote problem={notice.problem} />
        <Button variant="default" size="compact-xs" onClick={dismiss}>
          {common.close}
        </Button>
      </div>
    )
  }
  return (
    <div className="notice" {...hold} {...letGo}>
      <span aria-hidden>
        <Text notice={notice} />
      </span>
      {'post' in notice && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            focusChips(notice.post.id)
            undo(notice.post, notice.change)
          }}
        >
          {words.undo}
        </Button>
      )}
      <Button variant="subtle" size="compact-xs" onClick={dismiss}>
        {common.close}
      </Button>
    </div>
  )
}

/** The button that is pressed goes away; whoever works by keyboard goes on at the post. */
function focusChips(id: string): void {
  const chip = [...document.querySelectorAll<HTMLElement>(`[data-chips="${id}"] button`)].at(-1)
  chip?.focus({ preventScroll: true })
}

function Text({ notice }: { notice: Notice }) {
  const words = useWords(CORRECTION_WORDS)
  const said = useSaid()
  if (notice.kind === 'failed') return null
  if ('post' in notice) return words[notice.kind](said(notice.post, notice.change))
  return notice.kind === 'undone' ? words.undone : words.tookBack
}

/** The parts of a change with their new labels. */
function useSaid(): (post: Corrected, change: ReadingChange) => string[] {
  const { language } = useLanguage()
  return ({ id, reading }, change) => {
    const after = correctedReading(reading, change, { id, name: null })
    return partsOf(change).map((part) => partIs(part, labelOfPart(part, after), language))
  }
}
