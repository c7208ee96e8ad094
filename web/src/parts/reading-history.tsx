import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { formatTime } from '../format.ts'
import { useLanguage, useWords } from '../language.tsx'
import { mayWrite, useSession } from '../session.ts'
import type { CorrectedPart, Correction, EarlierReading } from '../terms.ts'
import { Awaiting } from './awaiting.tsx'
import { PART_WORDS, partIs } from './correction-words.ts'
import { useCorrections } from './corrections.tsx'
import { Change } from './label-change.tsx'
import { PostTime } from './post.tsx'
import { type HistoryEntry, historyOf, isReplaced } from './post-history.ts'
import './reading-history.css'
import { HISTORY_WORDS } from './reading-history-words.ts'
import { WhyMoved } from './why-moved.tsx'

/** Who corrected what of a post, what models said of it, and why it changed. Asked for when it is opened. */
export function ReadingHistory({ id, revision }: { id: string; revision: number }) {
  const words = useWords(HISTORY_WORDS)
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({
    ...ask('GET /activities/{id}/corrections', { params: { id } }),
    enabled: isOpen,
  })
  const { corrections = [], readings = [], moves = [] } = query.data ?? {}
  const entries = historyOf(corrections, readings, moves)
  return (
    <details onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>{words.title(entries.length)}</summary>
      {isOpen && query.data === undefined && <Awaiting query={query} />}
      {query.data !== undefined && entries.length === 0 && (
        <p className="soft small">{words.none}</p>
      )}
      <ol className="bare-list history">
        {entries.map((entry) => (
          <li key={keyOf(entry)} className="stack-tight small">
            {entry.kind === 'corrected' && (
              <CorrectedEntry
                id={id}
                revision={revision}
                correction={entry.correction}
                all={corrections}
              />
            )}
            {entry.kind === 'moved' && <MovedEntry id={id} entry={entry} />}
            {(entry.kind === 'read' || entry.kind === 'read-again') && (
              <ReadEntry id={id} entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

function keyOf(entry: HistoryEntry): string {
  if (entry.kind === 'moved') return entry.move.run
  return entry.kind === 'corrected'
    ? entry.correction.id
    : `${entry.at} ${entry.reading.model} ${entry.reading.revision}`
}

function CorrectedEntry(props: {
  id: string
  /** The form of the text as it is now. */
  revision: number
  correction: Correction
  all: Correction[]
}) {
  const words = useWords(HISTORY_WORDS)
  const { correction, all } = props
  const { by, part, from, to, model, origin, undoneAt } = correction
  const who = by?.name ?? words.somebody
  return (
    <>
      <span className="row">
        <strong>{from === to ? words.confirmed(who) : words.corrected(who)}</strong>
        <span className="soft">{words.origin(origin)}</span>
        <span className="soft">
          <PostTime time={correction.at} />
        </span>
      </span>
      <span className="row" data-ended={undoneAt !== null}>
        <Change difference={{ part, from, to }} />
        <span className="soft">{words.saidBy(model)}</span>
      </span>
      {undoneAt !== null && <Ended at={undoneAt} isReplaced={isReplaced(correction, all)} />}
      {undoneAt === null && correction.revision !== props.revision && (
        <span className="soft">{words.oldText}</span>
      )}
      {undoneAt === null && correction.revision === props.revision && (
        <TakeBack id={props.id} part={part} />
      )}
    </>
  )
}

function Ended({ at, isReplaced: isBy }: { at: string; isReplaced: boolean }) {
  const words = useWords(HISTORY_WORDS)
  const { language } = useLanguage()
  const { workspace } = useSession()
  const when = formatTime(at, workspace.timeZone, language)
  return <span className="soft">{isBy ? words.replaced(when) : words.tookBack(when)}</span>
}

function TakeBack({ id, part }: { id: string; part: CorrectedPart }) {
  const words = useWords(HISTORY_WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const { takeBack } = useCorrections()
  if (!mayWrite(session)) return null
  return (
    <button
      type="button"
      className="link-button small history-action"
      aria-label={words.takeBack(PART_WORDS[part][language])}
      onClick={() => takeBack(id, part)}
    >
      {words.takeBackShort}
    </button>
  )
}

type ReadingEntry = Extract<HistoryEntry, { kind: 'read' | 'read-again' }>

/** A post that nobody judged: only what moved is known. */
function MovedEntry(props: { id: string; entry: Extract<HistoryEntry, { kind: 'moved' }> }) {
  const words = useWords(HISTORY_WORDS)
  const { move } = props.entry
  return (
    <>
      <span className="row">
        <strong>{words.readAgain(move.fromModel, move.toModel)}</strong>
        <span className="soft">
          <PostTime time={move.at} />
        </span>
      </span>
      <span className="row">
        {move.moved.map((difference) => (
          <Change key={difference.part} difference={difference} />
        ))}
      </span>
      <WhyMoved id={props.id} run={move.run} />
    </>
  )
}

function ReadEntry({ id, entry }: { id: string; entry: ReadingEntry }) {
  const words = useWords(HISTORY_WORDS)
  const { reading } = entry
  const isAgain = entry.kind === 'read-again'
  return (
    <>
      <span className="row">
        <strong>{useReadTitle(entry)}</strong>
        <span className="soft">
          <PostTime time={entry.at} />
        </span>
      </span>
      {isAgain && entry.differences.length === 0 && (
        <span className="soft">{words.noDifference}</span>
      )}
      <span className="row">
        {isAgain ? (
          entry.differences.map((difference) => (
            <Change key={difference.part} difference={difference} />
          ))
        ) : (
          <Said said={reading.said} />
        )}
      </span>
      {isAgain && entry.run !== undefined && <WhyMoved id={id} run={entry.run} />}
    </>
  )
}

function useReadTitle(entry: ReadingEntry): string {
  const words = useWords(HISTORY_WORDS)
  const { model } = entry.reading
  if (entry.kind === 'read') return words.read(model)
  if (entry.isEdit) return words.readEdit(model)
  return entry.fromModel === model ? words.readSame(model) : words.readAgain(entry.fromModel, model)
}

/** A whole judgement: sentiment, stage and stance, and what else holds. */
function Said({ said }: { said: EarlierReading['said'] }) {
  const { language } = useLanguage()
  const holding: CorrectedPart[] = [
    ...said.intents,
    ...(said.toxicity ? ['toxicity' as const] : []),
  ]
  return (
    <>
      {(['sentiment', 'stage', 'stance'] as const).map((part) => (
        <span key={part}>{partIs(part, said[part], language)}</span>
      ))}
      {holding.map((part) => (
        <span key={part}>{PART_WORDS[part][language]}</span>
      ))}
    </>
  )
}
