import { Alert } from '@mantine/core'
import { useLanguage, useWords } from '../../language.tsx'
import { PostTime } from '../../parts/post.tsx'
import { FAILURE_WORDS, type ModelSettings, WORDS } from './model-words.ts'

/** What the language model did today, and why it does not answer where it does not. */
export function ModelState({ settings }: { settings: ModelSettings }) {
  const words = useWords(WORDS)
  const { today, votesPerDay, answeredAt, trouble } = settings
  return (
    <section className="sheet stack" aria-labelledby="model-today">
      <h2 id="model-today">{words.today}</h2>
      {trouble !== null && <Trouble trouble={trouble} />}
      <dl className="model-facts">
        <Fact term={words.asked}>{words.ofBudget(today.posts, votesPerDay)}</Fact>
        <Fact term={words.votes}>{words.count(today.votes)}</Fact>
        <Fact term={words.dropped}>{words.count(today.dropped)}</Fact>
        <Fact term={words.failures}>{words.count(today.failures)}</Fact>
        <Fact term={words.answered}>
          {answeredAt === null ? words.never : <PostTime time={answeredAt} />}
        </Fact>
      </dl>
    </section>
  )
}

function Trouble({ trouble }: { trouble: NonNullable<ModelSettings['trouble']> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <Alert color="red" role="alert" title={words.failed} p="xs">
      <p>{FAILURE_WORDS[trouble.failure][language]}</p>
      <p className="small">
        <PostTime time={trouble.at} />
        {trouble.status !== null && ` · ${words.status(trouble.status)}`}
        {' · '}
        {words.nextTry} <PostTime time={trouble.nextTryAt} />
      </p>
    </Alert>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
