import { Button, CopyButton } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { askPages, call } from '../../client.ts'
import { formatCount, formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import { LinkForm } from './link-form.tsx'
import { RowButtons } from './row-buttons.tsx'
import { type TrackedLink, WORDS } from './words.ts'

export function LinkList({ q, isWriter }: { q: string | undefined; isWriter: boolean }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /links', { query: q === undefined ? {} : { q } }))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="stack" aria-label={words.links}>
      <h2>{words.links}</h2>
      {pages.data === undefined && <Awaiting query={pages} />}
      {pages.data !== undefined && items.length === 0 && <Nothing q={q} />}
      {items.length > 0 && (
        <>
          <ul className="sheet posts bare-list">
            {items.map((link) => (
              <LinkItem key={link.id} link={link} isWriter={isWriter} />
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
    <Empty title={words.emptyLinks}>
      <p>{words.emptyLinksText}</p>
    </Empty>
  )
}

/** The whole address that is handed out. */
function addressOf({ code }: TrackedLink): string {
  return `${window.location.origin}/l/${code}`
}

function LinkItem({ link, isWriter }: { link: TrackedLink; isWriter: boolean }) {
  const words = useWords(WORDS)
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null)
  const close = () => setDoing(null)
  const { name, target } = link
  return (
    <li className="link-item">
      <div className="stack-tight">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <code>{addressOf(link)}</code>
        <span className="soft small link-target">
          {words.target}: <bdi>{target}</bdi>
        </span>
        <About link={link} />
        <Clicks link={link} />
      </div>
      <div className="row">
        <CopyButton value={addressOf(link)}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={copied ? words.copied : words.copyOf(name)}
              onClick={copy}
              data-list-item
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {isWriter && (
          <RowButtons name={name} edit={() => setDoing('edit')} remove={() => setDoing('remove')} />
        )}
      </div>
      {doing === 'edit' && <LinkForm link={link} close={close} />}
      {doing === 'remove' && <RemoveLink link={link} close={close} />}
    </li>
  )
}

/** Campaign, whose it is, and where it is handed out. */
function About({ link: { campaign, member, person, channel, topic } }: { link: TrackedLink }) {
  const said = [campaign, member?.name, channel?.name, topic?.name].filter((one) => one)
  if (said.length === 0 && person === null) return null
  return (
    <span className="small">
      {person !== null && (
        <>
          <Link to="/people/$id" params={{ id: person.id }}>
            <bdi>{person.name}</bdi>
          </Link>{' '}
        </>
      )}
      <bdi>{said.join(' · ')}</bdi>
    </span>
  )
}

/** The clicks, by day where they are opened, and the outcomes that came back with one. */
function Clicks({ link: { clicks, days, outcomes } }: { link: TrackedLink }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const sums = `${words.clicks(clicks)} · ${words.outcomes(outcomes)}`
  if (days.length === 0) return <span className="small">{sums}</span>
  return (
    <details className="small">
      <summary>{sums}</summary>
      <table className="plain link-days">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" className="number">
              {words.perDay}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row">{formatDay(one.day, language)}</th>
              <td className="number">{formatCount(one.clicks, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function RemoveLink({ link, close }: { link: TrackedLink; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /links/{id}', { params: { id: link.id } })
    await client.invalidateQueries({ queryKey: ['GET /links'] })
  }
  return (
    <ConfirmRemoval title={words.removeLink} remove={remove} close={close}>
      {words.removeLinkText(link.name)}
    </ConfirmRemoval>
  )
}
