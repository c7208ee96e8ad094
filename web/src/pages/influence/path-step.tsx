import type { Answer } from '../../api.ts'
import { formatPart } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { TOUCH_WORDS } from '../../parts/influence-words.ts'
import { PostTime } from '../../parts/post.tsx'
import { formatAmount } from './amounts.ts'
import { SaidBy } from './credit-line.tsx'
import { CREDIT_WORDS, PATH_WORDS } from './credit-words.ts'
import type { PathNode } from './path-tree.ts'
import { ShareMark } from './share-mark.tsx'

export type Money = NonNullable<
  Answer<'GET /influence/paths/{outcome}'>['paths'][number]['outcome']['worth']
>
type Open = (post: string) => void

/** A touch, and folded beneath it what had reached its author before. */
export function Step(props: {
  node: PathNode
  of: string | undefined
  worth: Money | null
  open: Open
}) {
  const { node, of, worth, open } = props
  const words = useWords(PATH_WORDS)
  const credits = useWords(CREDIT_WORDS)
  const { language } = useLanguage()
  const { touch, before } = node
  const reachedName = of ?? credits.somebody
  return (
    <li className="path-step" data-kind="touch">
      <div className="path-share">
        <span className="hidden">{words.part} </span>
        <strong>{formatPart(touch.share, language)}</strong>
        <ShareMark share={touch.share} />
        {worth !== null && (
          <span className="small soft whole">
            {formatAmount({ ...worth, minor: touch.share * worth.minor }, language)}
          </span>
        )}
      </div>
      <div className="stack-tight">
        <SaidBy item={touch} open={open} />
        <p className="small soft">
          {credits.reached(reachedName, TOUCH_WORDS[touch.kind][language])}{' '}
          <button
            type="button"
            className="link-button small"
            aria-haspopup="dialog"
            title={words.evidence}
            onClick={() => open(touch.evidenceId)}
          >
            <PostTime time={touch.reachedAt} />
          </button>
        </p>
      </div>
      {before.length > 0 && (
        <details open className="path-before">
          <summary className="small">
            {words.before(touch.person?.name ?? credits.somebody)}
          </summary>
          <ol className="bare-list path-steps">
            {before.map((earlier) => (
              <Step
                key={earlier.touch.number}
                node={earlier}
                of={touch.person?.name}
                worth={worth}
                open={open}
              />
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}
