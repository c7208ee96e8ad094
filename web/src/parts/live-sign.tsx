import { useWords } from '../language.tsx'
import { useLiveState } from '../live/provider.tsx'
import { WORDS } from './words.ts'

/** Says whether what is shown follows what happens. */
export function LiveSign() {
  const words = useWords(WORDS)
  const state = useLiveState()
  const text = { connecting: words.liveConnecting, live: words.live, reconnecting: words.liveAgain }
  return (
    <span className="live-sign small soft" role="status" data-live={state}>
      <span className="live-dot" aria-hidden />
      <span className="live-text">{text[state]}</span>
    </span>
  )
}
