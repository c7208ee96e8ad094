import { Link } from '@tanstack/react-router'
import { formatCount } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { WORDS } from './words.ts'

/**
 * Which model read how many of the posts behind a chart: figures of different models are not always
 * alike. `isAll`: the numbers are of all posts, whatever the chart is about.
 */
export function ReadBy(props: { readBy: { model: string; posts: number }[]; isAll?: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (props.readBy.length === 0) return null
  const shown = props.readBy.map(({ model, posts }) =>
    words.readByModel(model, formatCount(posts, language)),
  )
  return (
    <p className="soft small">
      <Link to="/quality">{props.isAll === true ? words.readByOfAll : words.readBy}</Link>
      {language === 'ja' ? ': ' : ' '}
      {shown.join(language === 'ja' ? '、' : ', ')}
    </p>
  )
}
