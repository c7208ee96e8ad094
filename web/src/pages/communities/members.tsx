import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { askPages } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty } from '../../parts/page.tsx'
import '../listening/filter-bar.css'
import { MemberName } from './overview.tsx'
import { type CommunitySearch, MEMBER_SORTS } from './url-state.ts'
import { MEMBER_SORT_WORDS, WORDS } from './words.ts'

/** The people of a community: the table behind the picture. */
export function Members({ id, search }: { id: string; search: CommunitySearch }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const navigate = useNavigate({ from: '/communities/$id' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change = (changed: { q?: string | undefined; sort?: CommunitySearch['sort'] }) =>
    navigate({ search: withoutEmpty({ ...search, ...changed }), resetScroll: false })
  return (
    <div className="stack">
      <section className="filter-bar" aria-label={words.filters}>
        <div className="filter-search">
          <SearchField
            label={words.memberSearch}
            placeholder={words.memberHint}
            input={searchBox}
            value={search.q}
            choose={(q) => change({ q })}
          />
        </div>
        <NativeSelect
          label={words.sort}
          value={search.sort ?? 'rank'}
          onChange={(event) => {
            const sort = MEMBER_SORTS.find((one) => one === event.currentTarget.value)
            if (sort !== undefined) change({ sort })
          }}
          data={MEMBER_SORTS.map((value) => ({ value, label: MEMBER_SORT_WORDS[value][language] }))}
        />
      </section>
      <div ref={list}>
        <Found id={id} search={search} />
      </div>
    </div>
  )
}

function Found({ id, search: { q, sort } }: { id: string; search: CommunitySearch }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(
    askPages('GET /communities/{id}/members', {
      params: { id },
      query: withoutEmpty({ q, sort }),
    }),
  )
  if (pages.data === undefined) return <Awaiting query={pages} />
  const members = pages.data.pages.flatMap((page) => page.items)
  if (members.length === 0 && !pages.hasNextPage) return <Empty title={words.noMembers} />
  return (
    <div className="stack">
      <div className="sheet posts scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col" className="number">
                {words.rank}
              </th>
              <th scope="col" className="number">
                {words.core}
              </th>
              <th scope="col" className="number">
                {words.leap}
              </th>
              <th scope="col" className="number wide-only">
                {words.strength}
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.person.id}>
                <th scope="row">
                  <MemberName member={member} />
                </th>
                <td className="number">{member.rank.toFixed(1)}</td>
                <td className="number">{member.core}</td>
                <td className="number">{member.leap.toFixed(1)}</td>
                <td className="number wide-only">{member.strength.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}
