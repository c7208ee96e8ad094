import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api.ts'
import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import './handovers.css'
import { KIND_WORDS, WORDS } from './words.ts'

type Held = Answer<'GET /owners/held'>
type HeldItem = Held['items'][number]

interface Choice {
  held: Held
  /** Ids of what does not go along. */
  left: ReadonlySet<string>
  choose: (left: ReadonlySet<string>) => void
}

/** So many at once are shown; a search finds the others. */
const SHOWN_MAX = 200

/** What a member looks after, one by one, with what they promised. */
export function HeldChoice({ held, left, choose }: Choice) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [q, setQ] = useState('')
  const { items } = held
  const asked = q.normalize('NFKC').toLowerCase().trim()
  const found = items.filter(({ name }) => name.normalize('NFKC').toLowerCase().includes(asked))
  const count = (of: number) => formatCount(of, language)
  return (
    <fieldset className="held-choice stack-tight" aria-label={words.selection}>
      {items.length === 0 ? (
        <p className="soft small">{words.nothingHeld}</p>
      ) : (
        <>
          <p role="status">{words.chosen(count(items.length - left.size), count(items.length))}</p>
          <div className="row row-end">
            <TextInput
              type="search"
              label={words.find}
              value={q}
              onKeyDown={(event) => {
                guardEnter(event)
                // Enter narrows; it hands nothing over.
                if (event.key === 'Enter') event.preventDefault()
              }}
              onChange={(event) => setQ(event.currentTarget.value)}
            />
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => choose(without(left, found))}
            >
              {words.all}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => choose(withAll(left, found))}
            >
              {words.noneOf}
            </Button>
          </div>
          {held.isMore && <p className="small">{words.tooMany}</p>}
          <ul className="bare-list held-list">
            {found.slice(0, SHOWN_MAX).map((item) => (
              <HeldRow
                key={item.id}
                item={item}
                isChosen={!left.has(item.id)}
                toggle={() =>
                  choose(left.has(item.id) ? without(left, [item]) : withAll(left, [item]))
                }
              />
            ))}
          </ul>
        </>
      )}
      <OtherPromises held={held} />
    </fieldset>
  )
}

function without(left: ReadonlySet<string>, items: readonly HeldItem[]): Set<string> {
  const taken = new Set(items.map(({ id }) => id))
  return new Set([...left].filter((id) => !taken.has(id)))
}

function withAll(left: ReadonlySet<string>, items: readonly HeldItem[]): Set<string> {
  return new Set([...left, ...items.map(({ id }) => id)])
}

function HeldRow(props: { item: HeldItem; isChosen: boolean; toggle: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { kind, name, tasks, contacts } = props.item
  return (
    <li>
      <Checkbox
        checked={props.isChosen}
        onChange={props.toggle}
        label={
          <>
            <span className="soft small">{KIND_WORDS[kind][language]}</span> <bdi>{name}</bdi>
          </>
        }
      />
      {tasks.length + contacts.length > 0 && (
        <ul className="bare-list held-promises small soft">
          {tasks.map(({ id, title, dueOn }) => (
            <li key={id}>
              <bdi>{title}</bdi> {dueOn !== null && words.dueOn(formatDay(dueOn, language))}
            </li>
          ))}
          {contacts.map((contact) => (
            <li key={contact.kind}>{words.nextContact(formatDay(contact.nextOn, language))}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function OtherPromises({ held }: { held: Held }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { otherTasks, otherContacts } = held
  if (otherTasks.length + otherContacts.length === 0) return null
  return (
    <details>
      <summary className="small">{words.otherPromises}</summary>
      <p className="small soft">{words.otherHint}</p>
      <ul className="bare-list small">
        {otherTasks.map(({ id, title, dueOn }) => (
          <li key={id}>
            <bdi>{title}</bdi> {dueOn !== null && words.dueOn(formatDay(dueOn, language))}
          </li>
        ))}
        {otherContacts.map(({ kind, name, nextOn }) => (
          <li key={`${kind} ${name}`}>
            {words.nextContactWith(name, formatDay(nextOn, language))}
          </li>
        ))}
      </ul>
    </details>
  )
}
