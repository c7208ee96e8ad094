import { Alert, Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { ask, askAll, askPages, call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { PersonPick } from '../../parts/crm/picks.tsx'
import { ChoiceField, SearchField } from '../../parts/filter-fields.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, useSession } from '../../session.ts'
import '../listening/filter-bar.css'
import '../privacy/privacy.css'
import { AuditTable } from './table.tsx'
import { ABOUT, type AuditSearch } from './url-state.ts'
import { ABOUT_WORDS, WORDS } from './words.ts'

/** Who changed what and when, and whether the chain of it holds. */
export function AuditPage() {
  const words = useWords(WORDS)
  const session = useSession()
  if (!mayManage(session)) {
    return (
      <Page title={words.title}>
        <p>{words.forbidden}</p>
      </Page>
    )
  }
  return (
    <Page title={words.title}>
      <p className="soft small">{words.lead}</p>
      <Verify />
      <Acts />
    </Page>
  )
}

function Verify() {
  const words = useWords(WORDS)
  const verify = useMutation({ mutationFn: () => call('GET /audit/verify', {}) })
  const verdict = verify.data
  return (
    <div className="stack-tight">
      <div>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {words.verify}
        </Button>
      </div>
      <div role="status">
        {verdict !== undefined && (
          <Alert color={verdict.brokenAt === null ? 'green' : 'red'}>
            {verdict.brokenAt === null
              ? words.intact(verdict.entries, verdict.erased)
              : words.broken(verdict.brokenAt)}
          </Alert>
        )}
      </div>
      <ProblemNote problem={verify.error} />
    </div>
  )
}

type Change = (changed: { [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }) => void

function Acts() {
  const words = useWords(WORDS)
  const search = useSearch({ from: '/inside/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const change: Change = (changed) => navigate({ search: withoutEmpty({ ...search, ...changed }) })
  const pages = useInfiniteQuery(askPages('GET /audit', { query: search }))
  const acts = pages.data?.pages.flatMap((page) => page.items)
  const isNarrowed = Object.keys(search).length > 0
  return (
    <>
      <section className="filter-bar" aria-label={words.filters}>
        <div className="filter-search">
          <SearchField
            label={words.search}
            placeholder={words.searchHint}
            input={searchBox}
            value={search.q}
            choose={(q) => change({ q })}
          />
        </div>
        <Fields search={search} change={change} />
      </section>
      <div ref={list} className="stack">
        {acts === undefined ? (
          <Awaiting query={pages} />
        ) : acts.length === 0 ? (
          <Empty title={isNarrowed ? words.nothing : words.empty}>
            {isNarrowed ? (
              <div>
                <Button variant="default" onClick={() => navigate({ search: {} })}>
                  {words.clear}
                </Button>
              </div>
            ) : (
              <p>{words.emptyText}</p>
            )}
          </Empty>
        ) : (
          <AuditTable acts={acts} />
        )}
        <LoadMore pages={pages} />
      </div>
    </>
  )
}

function Fields({ search, change }: { search: AuditSearch; change: Change }) {
  const words = useWords(WORDS)
  return (
    <>
      <ChoiceField
        label={words.about}
        words={ABOUT_WORDS}
        order={ABOUT}
        value={search.about}
        choose={(about) => change({ about })}
      />
      <ByMember member={search.member} change={change} />
      <OfPerson person={search.person} change={change} />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={words[end]}
          value={search[end] ?? ''}
          onChange={(event) => change({ [end]: event.currentTarget.value || undefined })}
        />
      ))}
    </>
  )
}

function ByMember({ member, change }: { member: string | undefined; change: Change }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const members = useQuery(askAll('GET /members')).data ?? []
  const isGone = member !== undefined && members.every(({ id }) => id !== member)
  return (
    <NativeSelect
      label={words.member}
      value={member ?? ''}
      onChange={(event) => change({ member: event.currentTarget.value || undefined })}
      data={[
        { value: '', label: common.any },
        ...members.map(({ id, name }) => ({ value: id, label: name })),
        ...(isGone ? [{ value: member, label: words.gone }] : []),
      ]}
    />
  )
}

function OfPerson({ person, change }: { person: string | undefined; change: Change }) {
  const words = useWords(WORDS)
  const known = useQuery({
    ...ask('GET /people/{id}', { params: { id: person ?? '' } }),
    enabled: person !== undefined,
  })
  const value = person === undefined ? null : { id: person, name: known.data?.displayName ?? '…' }
  return (
    <PersonPick label={words.person} value={value} choose={(one) => change({ person: one?.id })} />
  )
}
