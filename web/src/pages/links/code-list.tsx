import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { askPages, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { CodeForm } from './code-form.tsx'
import { RowButtons } from './row-buttons.tsx'
import { CODE_KIND_WORDS, type TrackedCode, WORDS } from './words.ts'

export function CodeList({ q, isWriter }: { q: string | undefined; isWriter: boolean }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /codes', { query: q === undefined ? {} : { q } }))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="stack" aria-label={words.codes}>
      <h2>{words.codes}</h2>
      {pages.data === undefined && <Awaiting query={pages} />}
      {pages.data !== undefined && items.length === 0 && <Nothing q={q} />}
      {items.length > 0 && (
        <>
          <ul className="sheet posts bare-list">
            {items.map((code) => (
              <CodeItem key={code.id} code={code} isWriter={isWriter} />
            ))}
          </ul>
          <LoadMore pages={pages} />
        </>
      )}
    </section>
  )
}

function Nothing({ q }: { q: string | undefined }) {
  const words = useWords(WORDS)
  if (q !== undefined) return <p className="soft">{words.noMatch}</p>
  return (
    <Empty title={words.emptyCodes}>
      <p>{words.emptyCodesText}</p>
    </Empty>
  )
}

function CodeItem({ code, isWriter }: { code: TrackedCode; isWriter: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const close = () => setDoing(null)
  const { text, kind, person, campaign, outcomes } = code
  return (
    <li className="link-item">
      <div className="stack-tight">
        <strong>
          <code>{text}</code>
        </strong>
        <span className="small">
          {CODE_KIND_WORDS[kind][language]}
          {campaign !== null && (
            <>
              {' · '}
              <bdi>{campaign}</bdi>
            </>
          )}
          {person !== null && (
            <>
              {' · '}
              <Link to="/people/$id" params={{ id: person.id }} data-list-item>
                <bdi>{person.name}</bdi>
              </Link>
            </>
          )}
        </span>
        <span className="small">{words.outcomes(outcomes)}</span>
      </div>
      {isWriter && (
        <div className="row">
          <RowButtons name={text} edit={() => setDoing('edit')} remove={() => setDoing('remove')} />
        </div>
      )}
      {doing === 'edit' && <CodeForm code={code} close={close} />}
      {doing === 'remove' && <RemoveCode code={code} close={close} />}
    </li>
  )
}

function RemoveCode({ code, close }: { code: TrackedCode; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /codes/{id}', { params: { id: code.id } })
    await client.invalidateQueries({ queryKey: ['GET /codes'] })
  }
  return (
    <ConfirmRemoval title={words.removeCode} remove={remove} close={close}>
      {words.removeCodeText(code.text)}
    </ConfirmRemoval>
  )
}
