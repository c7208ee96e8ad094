import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answer } from '../../api.ts'
import { call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { cutAtSpans } from '../../parts/marked-text.ts'
import { Loading } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { LoadFailed } from '../../parts/problem.tsx'
import './topics.css'
import { WORDS } from './words.ts'

type Preview = Answer<'POST /topics/preview'>

const WAIT_MS = 300
const NAMES_MAX = 30
/** Characters of a post that are shown around the name. */
const AROUND = 60

/** What the names would catch in the posts so far, while they are being written. */
export function TopicPreview({ names }: { names: string[] }) {
  const words = useWords(WORDS)
  const typed = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  const [wanted] = useDebouncedValue(typed.slice(0, NAMES_MAX).join('\n'), WAIT_MS)
  const preview = useQuery({
    queryKey: ['POST /topics/preview', wanted],
    queryFn: ({ signal }) =>
      call('POST /topics/preview', { body: { names: wanted.split('\n') }, signal }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  return (
    <section className="stack-tight" aria-labelledby="topic-preview" aria-live="polite">
      <h3 id="topic-preview">{words.preview}</h3>
      {wanted === '' && <p className="soft small">{words.previewHint}</p>}
      {wanted !== '' && preview.isPending && <Loading />}
      {preview.isError && <LoadFailed problem={preview.error} retry={() => preview.refetch()} />}
      {wanted !== '' && preview.data && <Caught preview={preview.data} />}
    </section>
  )
}

function Caught({ preview }: { preview: Preview }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (preview.names.every(({ posts }) => posts === 0)) {
    return <p className="soft small">{words.catchesNothing}</p>
  }
  return (
    <>
      <ul className="bare-list row small">
        {preview.names.map(({ name, posts, isMore }) => (
          <li key={name}>
            <bdi>{name}</bdi> <strong>{words.caught(formatCount(posts, language), isMore)}</strong>
          </li>
        ))}
      </ul>
      {preview.names.some(({ isMore }) => isMore) && <p className="small">{words.tooWide}</p>}
      <ul className="bare-list topic-examples small">
        {preview.examples.map((example) => (
          <Example key={example.activity.id} example={example} />
        ))}
      </ul>
    </>
  )
}

function Example({ example }: { example: Preview['examples'][number] }) {
  const { activity, start, end } = example
  const text = activity.text ?? ''
  const from = Math.max(0, start - AROUND)
  const around = text.slice(from, end + AROUND)
  const pieces = cutAtSpans(around, [{ start: start - from, end: end - from }])
  let offset = 0
  return (
    <li dir="auto">
      <span className="soft">
        <PostTime time={activity.publishedAt} />{' '}
      </span>
      {activity.title !== null && <strong>{activity.title} </strong>}
      {from > 0 && '…'}
      {pieces.map(({ text: piece, marks }) => {
        const key = offset
        offset += piece.length
        return marks.length === 0 ? piece : <mark key={key}>{piece}</mark>
      })}
      {end + AROUND < text.length && '…'}
    </li>
  )
}
