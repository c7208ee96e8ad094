import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../../api.ts'
import { ask } from '../../client.ts'
import { formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { READING_PART_WORDS } from '../../parts/words.ts'
import { WORDS } from './model-words.ts'

type Part = NonNullable<Answer<'GET /quality'>['votes']>['parts'][number]

/** How right votes are, beside the reader on the same audited posts. */
export function ModelFigures() {
  const words = useWords(WORDS)
  const quality = useQuery(ask('GET /quality', {}))
  const parts = quality.data?.votes?.parts ?? []
  return (
    <section className="sheet stack" aria-labelledby="model-figures">
      <div>
        <h2 id="model-figures">{words.figures}</h2>
        <p className="soft small">{words.figuresHint}</p>
      </div>
      {quality.data === undefined && <Awaiting query={quality} />}
      {quality.data !== undefined && parts.length === 0 && (
        <p className="soft">{words.noFigures}</p>
      )}
      {parts.length > 0 && <FigureTable parts={parts} />}
    </section>
  )
}

function FigureTable({ parts }: { parts: Part[] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <table className="plain" aria-labelledby="model-figures">
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.audited}</th>
          <th scope="col">{words.voteRight}</th>
          <th scope="col">{words.readerRight}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ part, audited, precision, reader, isStopped }) => (
          <tr key={part}>
            <th scope="row">{READING_PART_WORDS[part][language]}</th>
            <td>{words.count(audited)}</td>
            <td>
              <Share share={precision} />
            </td>
            <td>
              <Share share={reader} />
            </td>
            <td>{isStopped ? words.stopped : words.voting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Share({ share }: { share: Part['precision'] }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (share === null) return <span className="soft">{words.tooFew}</span>
  return (
    <>
      {formatShare(share.value, language)}
      <div className="soft small">{words.interval(share.low, share.high)}</div>
    </>
  )
}
