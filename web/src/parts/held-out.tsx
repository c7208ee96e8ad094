import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import type { ItemOf } from '../api.ts'
import { ask } from '../client.ts'
import { useWords } from '../language.tsx'
import { defineWords } from '../words.ts'
import { PostTime } from './post.tsx'

const WORDS = defineWords({
  title: { ja: 'こちらからは声をかけないでください', en: 'Please do not reach out to them' },
  chip: { ja: '声をかけない', en: 'Leave alone' },
  until: { ja: '次の日時まで:', en: 'until' },
  why: {
    ja: 'くじで「声をかけない群」に入っています。声をかけると効果が測れなくなります。効果検証:',
    en: 'The lot put them into the group that is left alone; reaching out spoils what is measured. Experiment:',
  },
  always: {
    ja: '宛てられた投稿、苦情、質問、困りごと、緊急の連絡には、いつもどおり返事をしてください。',
    en: 'What they address to us, complaints, questions, requests for help and crises are answered as always.',
  },
  toBeAnswered: {
    ja: 'この人は最近こちらに問い合わせています。返事はいつもどおりしてください。',
    en: 'They turned to us lately: answer that as always.',
  },
})

type HeldOut = ItemOf<'GET /experiments/held-out'>

/** As many as are asked for at once. */
const PEOPLE_MAX = 200

function useHeldOut(people: readonly string[]): ReadonlyMap<string, HeldOut> {
  const ids = [...new Set(people)].sort().slice(0, PEOPLE_MAX)
  const query = useQuery({
    ...ask('GET /experiments/held-out', { query: { people: ids.join(',') } }),
    enabled: ids.length > 0,
  })
  return new Map(query.data?.items.map((one) => [one.personId, one]) ?? [])
}

/** Said before colleagues reach out to somebody: that an experiment leaves them alone, why and until when. */
export function HeldOutNotice({ personId }: { personId: string }) {
  const words = useWords(WORDS)
  const held = useHeldOut([personId]).get(personId)
  if (held === undefined) return null
  return (
    <Alert variant="default" role="status" title={words.title}>
      <p className="small">
        {words.why}{' '}
        <Link to="/experiments/$id" params={{ id: held.experiment.id }} search={{}}>
          <bdi>{held.experiment.name}</bdi>
        </Link>{' '}
        {words.until} <PostTime time={held.until} />
      </p>
      <p className="small">{held.isToBeAnswered ? words.toBeAnswered : words.always}</p>
    </Alert>
  )
}

const Known = createContext<ReadonlyMap<string, HeldOut>>(new Map())

/** Asks once for all people of a list; `HeldOutChip` in it says who is to be left alone. */
export function HeldOutAmong({
  people,
  children,
}: {
  people: readonly string[]
  children: ReactNode
}) {
  return <Known value={useHeldOut(people)}>{children}</Known>
}

export function HeldOutChip({ personId }: { personId: string }) {
  const words = useWords(WORDS)
  const held = useContext(Known).get(personId)
  if (held === undefined) return null
  return (
    <Link
      to="/experiments/$id"
      params={{ id: held.experiment.id }}
      search={{}}
      className="chip"
      title={`${words.why} ${held.experiment.name}`}
    >
      {words.chip} ({words.until} <PostTime time={held.until} />)
    </Link>
  )
}
