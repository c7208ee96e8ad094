import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import type { CausedType } from '../../terms.ts'
import { UNMEASURED_WORDS } from './credit-words.ts'

/** What one would rather not have: of these, what posts held back is not seen. */
const LOSSES: ReadonlySet<string> = new Set<CausedType>([
  'stage:rejection',
  'churn',
  'to-competitor',
])

/** Whether an outcome is one of those that one would rather not have. */
export function showsLoss(type: string | undefined): boolean {
  return type !== undefined && LOSSES.has(type)
}

/** That suppression isn't measured: said wherever figures of churn and of competitors stand. */
export function Unmeasured() {
  const words = useWords(UNMEASURED_WORDS)
  return (
    <div className="note small stack-tight" data-note="suppression">
      <p>{words.text}</p>
      <p>
        <Link to="/influence/method">{words.method}</Link>
      </p>
    </div>
  )
}
