import { useLanguage } from '../../language.tsx'
import { type Channel, CONDITION_WORDS, STATE_WORDS } from './words.ts'

/** How a channel is doing, in a word; the word says it, the colour only helps. */
export function ConditionChip({ channel }: { channel: Pick<Channel, 'state' | 'health'> }) {
  const { language } = useLanguage()
  const { state, health } = channel
  const isRunning = state === 'listening' && health !== null
  const words = isRunning ? CONDITION_WORDS[health.condition] : STATE_WORDS[state]
  return (
    <span className="condition" data-condition={isRunning ? health.condition : state}>
      {words[language]}
    </span>
  )
}
