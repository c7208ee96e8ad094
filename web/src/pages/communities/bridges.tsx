import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { ask } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { BRIDGE_WORDS, CHANGE_WORDS } from './bridge-words.ts'
import { communityName } from './community-name.ts'

type Bridge = ItemOf<'GET /communities/bridges'>

/** Who stands between communities lately, beside the same number of days before. */
export function Bridges() {
  const words = useWords(BRIDGE_WORDS)
  const [days, setDays] = useState<'30' | '90'>('30')
  const query = useQuery(ask('GET /communities/bridges', { query: { days } }))
  return (
    <section className="sheet stack-tight" aria-labelledby="bridges">
      <div className="row spread row-end">
        <h2 id="bridges">{words.title}</h2>
        <NativeSelect
          label={words.span}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value === '90' ? '90' : '30')}
          data={(['30', '90'] as const).map((value) => ({ value, label: words.lastDays(value) }))}
        />
      </div>
      <p className="soft small">{words.text(days)}</p>
      {query.data === undefined && <Awaiting query={query} />}
      {query.data?.items.length === 0 && <p className="soft">{words.none}</p>}
      {query.data !== undefined && query.data.items.length > 0 && (
        <Table items={query.data.items} days={days} />
      )}
    </section>
  )
}

function Table({ items, days }: { items: Bridge[]; days: '30' | '90' }) {
  const words = useWords(BRIDGE_WORDS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.title}>
      <table className="plain small">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.community}</th>
            <th scope="col" className="number">
              {words.lastDays(days)}
            </th>
            <th scope="col" className="number">
              {words.before(days)}
            </th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Line key={`${item.person.id} ${item.community.id}`} item={item} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ item: { person, community, now, before, change } }: { item: Bridge }) {
  const { language } = useLanguage()
  return (
    <tr data-change={change}>
      <th scope="row">
        <Link to="/people/$id" params={{ id: person.id }}>
          <bdi>{person.name}</bdi>
        </Link>
      </th>
      <td>
        <Link to="/communities/$id" params={{ id: community.id }}>
          <bdi>{communityName(community, language) ?? '…'}</bdi>
        </Link>
      </td>
      <td className="number">{now.toFixed(1)}</td>
      <td className="number">{before.toFixed(1)}</td>
      <td>{CHANGE_WORDS[change][language]}</td>
    </tr>
  )
}
