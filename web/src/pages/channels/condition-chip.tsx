import { useLanguage } from '../../language.tsx'
import { type Channel, CONDITION_WORDS, OWN_KIND_WORDS, OWN_WORDS, STATE_WORDS } from './words.ts'

/** How a channel is doing, in a word; the word says it, the colour only helps. */
export function ConditionChip({
  channel,
}: {
  channel: Pick<Channel, 'kind' | 'state' | 'health'>
}) {
  const { language } = useLanguage()
  const { kind, state, health } = channel
  const isOwn = state === 'import' && kind in OWN_KIND_WORDS
  const isRunning = state === 'listening' && health !== null
  const words = isRunning
    ? CONDITION_WORDS[health.condition]
    : isOwn
      ? OWN_WORDS
      : STATE_WORDS[state]
  return (
    <span className="condition" data-condition={isRunning ? health.condition : state}>
      {words[language]}
    </span>
  )
}
