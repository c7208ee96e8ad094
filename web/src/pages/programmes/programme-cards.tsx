import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { useRelationsChanged } from '../../parts/proposals.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { HEALTH_WORDS } from '../../parts/relation-words.ts'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, useSession } from '../../session.ts'
import type { Change } from './page.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { HEALTHS } from './url-state.ts'
import { WORDS } from './words.ts'

export type Programme = ItemOf<'GET /programmes'>

/** One card a programme; each figure leads to those whom it counts. */
export function ProgrammeCards(props: {
  programmes: Programme[]
  open: Programme
  change: Change
}) {
  return (
    <div className="programme-cards">
      {props.programmes.map((programme) => (
        <Card
          key={programme.id}
          programme={programme}
          isOpen={programme.id === props.open.id}
          change={props.change}
        />
      ))}
    </div>
  )
}

function Card(props: { programme: Programme; isOpen: boolean; change: Change }) {
  const words = useWords(WORDS)
  const nameOf = useRelationName()
  const { programme, isOpen, change } = props
  const { id: only, kind, owner, rhythmDays, aim, toThank } = programme
  const none = { q: undefined, owner: undefined, health: undefined, thanks: undefined }
  return (
    <article className="sheet stack-tight" data-open={isOpen} aria-label={nameOf(kind)}>
      <h2>
        <button
          type="button"
          className="link-button"
          aria-current={isOpen}
          onClick={() => change({ ...none, programme: only })}
        >
          {nameOf(kind)}
        </button>
      </h2>
      <p className="small soft">
        {words.every(rhythmDays)} · {words.owner}: <bdi>{owner?.name ?? words.nobody}</bdi>
      </p>
      {aim !== null && (
        <p className="small" dir="auto">
          {aim}
        </p>
      )}
      <HealthCounts
        programme={programme}
        choose={(health) => change({ ...none, programme: only, health })}
      />
      {toThank > 0 && (
        <button
          type="button"
          className="link-button small"
          onClick={() => change({ ...none, programme: only, thanks: 'owed' })}
        >
          {words.toThank(toThank)}
        </button>
      )}
      <CardActions programme={programme} />
    </article>
  )
}

function HealthCounts(props: {
  programme: Programme
  choose: (health: (typeof HEALTHS)[number]) => void
}) {
  const { language } = useLanguage()
  return (
    <p className="row small">
      {HEALTHS.map((health) => (
        <button
          key={health}
          type="button"
          className="health"
          data-health={health}
          onClick={() => props.choose(health)}
        >
          {HEALTH_WORDS[health][language]}{' '}
          {formatCount(props.programme.healths[health] ?? 0, language)}
        </button>
      ))}
    </p>
  )
}

function CardActions({ programme }: { programme: Programme }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const nameOf = useRelationName()
  const changed = useRelationsChanged()
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  if (!mayManage(useSession())) return null
  const close = () => setDoing(null)
  const name = nameOf(programme.kind)
  return (
    <p className="row small">
      <button
        type="button"
        className="link-button small"
        aria-label={`${words.edit}: ${name}`}
        onClick={() => setDoing('edit')}
      >
        {common.edit}
      </button>
      <button
        type="button"
        className="link-button small"
        aria-label={`${words.removeTitle}: ${name}`}
        onClick={() => setDoing('remove')}
      >
        {words.removeTitle}
      </button>
      {doing === 'edit' && <ProgrammeForm programme={programme} close={close} />}
      {doing === 'remove' && (
        <ConfirmRemoval
          title={words.removeTitle}
          close={close}
          remove={async () => {
            await call('DELETE /programmes/{id}', { params: { id: programme.id } })
            await changed()
          }}
        >
          {words.removeText(name)}
        </ConfirmRemoval>
      )}
    </p>
  )
}
