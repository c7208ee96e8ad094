import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { PART_WORDS } from '../../parts/correction-words.ts'
import { PostTime } from '../../parts/post.tsx'
import { mayManage, useSession } from '../../session.ts'
import type { ReaderModelRow } from '../../terms.ts'
import { WORDS } from './words.ts'

/** Newest first; the base last. */
export function ModelTable({ models }: { models: ReaderModelRow[] }) {
  const words = useWords(WORDS)
  const [chosen, choose] = useState<ReaderModelRow | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.models}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.model}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">
              <span className="hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <ModelRow key={model.version} model={model} choose={() => choose(model)} />
          ))}
        </tbody>
      </table>
      {chosen !== null && <RunModel model={chosen} close={() => choose(null)} />}
    </section>
  )
}

function ModelRow({ model, choose }: { model: ReaderModelRow; choose: () => void }) {
  const words = useWords(WORDS)
  const session = useSession()
  const { name, state, reason, version, promotedAt, compared } = model
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <div className="soft small">
          {version === 0 ? words.base : words.learntFrom(model.learntFrom)}
        </div>
        {model.requestedBy !== null && model.requestedBy.name !== null && (
          <div className="soft small">{words.requestedBy(model.requestedBy.name)}</div>
        )}
      </th>
      <td>
        {words.stateIs(state)}
        {reason !== null && <div className="soft small">{words.reasonIs(reason)}</div>}
        {compared !== null && (
          <div className="soft small">
            {words.compared(compared)}
            {reason === 'may-be-chance' && <>: {words.notEnough}</>}
          </div>
        )}
      </td>
      <td>
        <Scores model={model} />
      </td>
      <td className="small">{promotedAt !== null && <PostTime time={promotedAt} />}</td>
      <td>
        {model.mayRun && mayManage(session) && (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={words.runOf(name)}
            onClick={choose}
          >
            {words.run}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Scores({ model: { name, mean, scores, version } }: { model: ReaderModelRow }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  if (mean === null) {
    return version === 0 ? null : <span className="soft small">{words.noScore}</span>
  }
  return (
    <details className="small">
      <summary>{words.scoreIs(points(mean.before), points(mean.after))}</summary>
      <table className="plain">
        <caption className="hidden">{words.scoresOf(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col" className="number">
              {words.before}
            </th>
            <th scope="col" className="number">
              {words.after}
            </th>
            <th scope="col" className="number">
              {words.audits}
            </th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ part, before, after, audits }) => (
            <tr key={part}>
              <th scope="row">{PART_WORDS[part][language]}</th>
              <td className="number">{points(before)}</td>
              <td className="number">{points(after)}</td>
              <td className="number">{formatCount(audits, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{words.scoreNote}</p>
    </details>
  )
}

/** Macro F1 in points of 100. */
const points = (score: number) => (100 * score).toFixed(1)

function RunModel({ model, close }: { model: ReaderModelRow; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const run = async () => {
    const params = { version: String(model.version) }
    await call('POST /quality/models/{version}/run', { params })
    await client.invalidateQueries({ queryKey: ['GET /quality'] })
  }
  return (
    <ConfirmRemoval
      title={words.runTitle}
      action={words.run}
      color="orange"
      remove={run}
      close={close}
    >
      {words.runText(model.name)}
    </ConfirmRemoval>
  )
}
