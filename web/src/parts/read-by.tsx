import { Link } from '@tanstack/react-router'
import { formatCount } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { WORDS } from './words.ts'

/**
 * Which model read how many of the posts behind a chart: figures of different models are not always
 * alike. The numbers are of the posts of the chart's own slice.
 */
export function ReadBy({ readBy }: { readBy: { model: string; posts: number }[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (readBy.length === 0) return null
  const shown = readBy.map(({ model, posts }) =>
    words.readByModel(model, formatCount(posts, language)),
  )
  return (
    <p className="soft small">
      <Link to="/quality">{words.readBy}</Link>
      {language === 'ja' ? ': ' : ' '}
      {shown.join(' · ')}
    </p>
  )
}
