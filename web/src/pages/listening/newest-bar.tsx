import { useLanguage, useWords } from '../../language.tsx'
import './newest-bar.css'
import { WORDS } from './words.ts'

/** Tells how many posts wait to be shown; they are shown when asked for. Screen readers hear of both. */
export function NewestBar(props: {
  waiting: number
  isMore: boolean
  arrived: number
  show: () => void
}) {
  const words = useWords(WORDS)
  const { waiting, isMore, arrived } = props
  const { language } = useLanguage()
  const showAtTop = () => {
    props.show()
    window.scrollTo({ top: 0 })
  }
  return (
    <div className="newest" role="status" lang={language}>
      {waiting > 0 ? (
        <button type="button" className="newest-bar" onClick={showAtTop}>
          {isMore ? words.waitingMore(waiting) : words.waiting(waiting)}
        </button>
      ) : (
        arrived > 0 && <span className="hidden">{words.arrived(arrived)}</span>
      )}
    </div>
  )
}
