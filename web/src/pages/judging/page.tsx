import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { formatLanguage } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { EarlierReading, TeachNext } from '../../terms.ts'
import './judging.css'
import { Question } from './question.tsx'
import { WORDS } from './words.ts'

export type QueueItem = ItemOf<'GET /quality/queue'>
type Queue = TeachNext['queue']

/** Judging posts one at a time; the URL holds the queue and the language. */
export function JudgingPage() {
  const words = useWords(WORDS)
  const { queue = 'audit', lang } = useSearch({ from: '/inside/quality/judge' })
  return (
    <Page title={words[queue]} beside={<Link to="/quality">{words.back}</Link>}>
      <p className="soft small judging-intro">
        {queue === 'audit' ? words.auditText : words.learningText}
      </p>
      <Choosers queue={queue} lang={lang} />
      <Judging key={`${queue} ${lang}`} queue={queue} lang={lang} />
    </Page>
  )
}

const QUEUES: Queue[] = ['audit', 'learning']

/** Languages that are always offered; one that the address names comes to them. */
const LANGUAGES = ['ja', 'en']

function Choosers({ queue, lang }: { queue: Queue; lang: string | undefined }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/quality/judge' })
  const offered = lang === undefined || LANGUAGES.includes(lang) ? LANGUAGES : [...LANGUAGES, lang]
  return (
    <section className="row row-end" aria-label={words.queue}>
      <NativeSelect
        label={words.queue}
        value={queue}
        onChange={({ currentTarget: { value } }) =>
          navigate({
            search: withoutEmpty({ queue: QUEUES.find((one) => one === value), lang }),
          })
        }
        data={[
          { value: 'audit', label: words.audit },
          { value: 'learning', label: words.learning },
        ]}
      />
      <NativeSelect
        label={words.language}
        value={lang ?? ''}
        onChange={({ currentTarget: { value } }) =>
          navigate({ search: withoutEmpty({ queue, lang: value === '' ? undefined : value }) })
        }
        data={[
          { value: '', label: words.anyLanguage },
          ...offered.map((value) => ({ value, label: formatLanguage(value, language) })),
        ]}
      />
    </section>
  )
}

type Judgement = EarlierReading['said']

/**
 * Shows one post until it is judged or left out; what others do meanwhile, or what is drawn anew,
 * changes nothing under the hands of whoever is judging.
 */
function Judging({ queue, lang }: { queue: Queue; lang: string | undefined }) {
  const query = useQuery(ask('GET /quality/queue', { query: { queue, lang } }))
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [judged, setJudged] = useState(0)
  const [current, setCurrent] = useState<QueueItem | undefined>(undefined)
  const waiting = query.data?.items.filter(({ activity }) => !done.has(activity.id)) ?? []
  const shown = current ?? waiting[0]
  useEffect(() => {
    if (current === undefined && shown !== undefined) setCurrent(shown)
  }, [current, shown])
  const goOn = (id: string) => {
    setDone((before) => new Set([...before, id]))
    setCurrent(waiting.find(({ activity }) => activity.id !== id))
  }
  const client = useQueryClient()
  const answer = useMutation({
    mutationFn: ({ id, body }: { id: string; body: Judgement | { skip: true } }) =>
      call('POST /quality/queue/{id}', { params: { id }, body }),
    onSuccess: (_, { id, body }) => {
      if (!('skip' in body)) setJudged((count) => count + 1)
      goOn(id)
      void client.invalidateQueries({ queryKey: ['GET /quality'] })
      void client.invalidateQueries({ queryKey: ['GET /quality/queue'] })
    },
  })
  if (query.data === undefined) return <Awaiting query={query} />
  if (shown === undefined) return <Nothing queue={queue} isFetching={query.isFetching} />
  const { id } = shown.activity
  return (
    <>
      <Counter queue={queue} judged={judged} waiting={waiting.length} />
      <Refused
        problem={answer.error}
        goOn={() => {
          answer.reset()
          goOn(id)
        }}
      />
      <Question
        key={id}
        item={shown}
        isFirst={done.size === 0}
        isSending={answer.isPending}
        submit={(body) => answer.mutate({ id, body })}
        skip={() => answer.mutate({ id, body: { skip: true } })}
      />
    </>
  )
}

function Counter(props: { queue: Queue; judged: number; waiting: number }) {
  const words = useWords(WORDS)
  const quality = useQuery({ ...ask('GET /quality', {}), enabled: props.queue === 'audit' })
  const isFirst = useRef(props.judged)
  return (
    <p className="row small soft">
      <strong>{words.judged(props.judged)}</strong>
      <span>{words.waiting(props.waiting)}</span>
      {props.queue === 'audit' && quality.data !== undefined && (
        <span>{words.auditedSoFar(quality.data.audited)}</span>
      )}
      <span className="hidden" role="status">
        {props.judged > isFirst.current && words.announce(props.waiting)}
      </span>
    </p>
  )
}

/** Somebody else may have judged it meanwhile; whatever it is, there is a way on. */
function Refused({ problem, goOn }: { problem: Error | null; goOn: () => void }) {
  const words = useWords(WORDS)
  if (problem === null) return null
  return (
    <div className="row">
      <ProblemNote problem={problem} />
      <Button variant="default" onClick={goOn}>
        {words.goOn}
      </Button>
    </div>
  )
}

function Nothing({ queue, isFetching }: { queue: Queue; isFetching: boolean }) {
  const words = useWords(WORDS)
  if (isFetching) return <Awaiting query={{ error: null, refetch: () => undefined }} />
  return (
    <Empty title={queue === 'audit' ? words.nothingToAudit : words.nothingToTeach}>
      <p>{words.nothingText}</p>
      <p className="row">
        <Link to="/quality">{words.back}</Link>
        <Link to="/channels">{words.goChannels}</Link>
      </p>
    </Empty>
  )
}
