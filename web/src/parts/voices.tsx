import type { ReactNode } from 'react'
import { formatCount } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { VOICE_WORDS } from './voice-words.ts'

/** A head or a word, with what a voice is behind it. */
export function VoicesHint({ children }: { children: ReactNode }) {
  const words = useWords(VOICE_WORDS)
  return <span title={words.hint}>{children}</span>
}

/** How many speak; a dash, with the reason, where they are not counted. */
export function VoiceCount({ voices }: { voices: number | null | undefined }) {
  const words = useWords(VOICE_WORDS)
  const { language } = useLanguage()
  if (voices !== null && voices !== undefined) return formatCount(voices, language)
  return (
    <span className="soft" title={words.notCounted}>
      –<span className="hidden">{words.notCounted}</span>
    </span>
  )
}
