import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../client.ts'
import { formatMoney } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { DealForm } from '../../pages/deals/deal-form.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { Deal } from '../../terms.ts'
import { Awaiting } from '../awaiting.tsx'
import { filterOf, type NamedAbout } from './about.ts'
import { ContactForm } from './contact-form.tsx'
import { NoteForm } from './note-form.tsx'
import { TaskForm } from './task-form.tsx'
import { TaskRow } from './task-row.tsx'
import { WORDS } from './words.ts'

type Doing = 'note' | 'task' | 'contact' | 'deal'

/** What colleagues do with a person, an organisation or for a deal: deals, open tasks, and what to add. */
export function Engagement({ about }: { about: NamedAbout }) {
  const words = useWords(WORDS)
  const session = useSession()
  return (
    <section className="sheet stack" aria-labelledby="engagement">
      <h2 id="engagement">{words.engagement}</h2>
      {mayWrite(session) && <Adding about={about} />}
      {about.kind !== 'deal' && <Deals about={about} />}
      <Tasks about={about} />
    </section>
  )
}

function Adding({ about }: { about: NamedAbout }) {
  const words = useWords(WORDS)
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const all = [
    ['note', words.addNote],
    ['contact', words.addContact],
    ['task', words.addTask],
    ['deal', words.addDeal],
  ] as const
  const offered = about.kind === 'deal' ? all.slice(0, 3) : all
  return (
    <div className="row">
      {offered.map(([what, label]) => (
        <Button key={what} variant="default" onClick={() => setDoing(what)}>
          {label}
        </Button>
      ))}
      {doing === 'note' && <NoteForm about={plain(about)} close={close} />}
      {doing === 'task' && <TaskForm about={plain(about)} close={close} />}
      {doing === 'contact' && <ContactForm about={about} close={close} />}
      {doing === 'deal' && <DealForm about={about} close={close} />}
    </div>
  )
}

function plain({ kind, id }: NamedAbout) {
  return { kind, id }
}

const SHOWN = 20

function Deals({ about }: { about: NamedAbout }) {
  const words = useWords(WORDS)
  const query = {
    ...filterOf(about),
    state: 'open' as const,
    sort: 'changed' as const,
    limit: SHOWN,
  }
  const deals = useQuery(ask('GET /deals', { query }))
  if (deals.data === undefined) return <Awaiting query={deals} />
  return (
    <div className="stack-tight">
      <h3>{words.openDeals}</h3>
      {deals.data.items.length === 0 && <p className="soft small">{words.noDeals}</p>}
      <ul className="bare-list stack-tight">
        {deals.data.items.map((deal) => (
          <DealLine key={deal.id} deal={deal} />
        ))}
      </ul>
      <p className="small">
        <Link to="/deals" search={{ view: 'table', ...filterOf(about) }}>
          {words.allDeals}
        </Link>
      </p>
    </div>
  )
}

function DealLine({ deal }: { deal: Deal }) {
  const { language } = useLanguage()
  const { id, name, state, stage, value, currency } = deal
  return (
    <li className="row small">
      <Link to="/deals/$id" params={{ id }}>
        <bdi>{name}</bdi>
      </Link>
      <span className="deal-move" data-state={state}>
        {stage.name}
      </span>
      {value !== null && currency !== null && (
        <span className="number soft">{formatMoney(value, currency, language)}</span>
      )}
    </li>
  )
}

function Tasks({ about }: { about: NamedAbout }) {
  const words = useWords(WORDS)
  const asked = about.kind === 'organisation' ? { within: about.id } : filterOf(about)
  const query = { ...asked, limit: SHOWN }
  const tasks = useQuery(ask('GET /tasks', { query }))
  if (tasks.data === undefined) return <Awaiting query={tasks} />
  return (
    <div className="stack-tight">
      <h3 id="open-tasks">{words.openTasks}</h3>
      {tasks.data.items.length === 0 && <p className="soft small">{words.noTasks}</p>}
      <ul className="bare-list">
        {tasks.data.items.map((task) => (
          <li key={task.id}>
            <TaskRow task={task} of={plain(about)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
