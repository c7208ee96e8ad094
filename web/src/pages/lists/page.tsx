import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { addressOf } from '../../api.ts'
import { ask, askPages, call } from '../../client.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { SUBJECT_WORDS } from '../../parts/cards/words.ts'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { useListKeys } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Empty, Page } from '../../parts/page.tsx'
import { PostTime } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { mayManage, mayWrite, useSession } from '../../session.ts'
import type { BulkEdit, SavedList } from '../../terms.ts'
import { ListForm } from './list-form.tsx'
import { CHANGE_WORDS, WORDS } from './words.ts'

/** Saved lists, and the edits that were made to many at once. */
export function ListsPage() {
  const words = useWords(WORDS)
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list, searchBox)
  const [q, setQ] = useState('')
  return (
    <Page title={words.title}>
      <p className="soft small">{words.intro}</p>
      <TextInput
        ref={searchBox}
        className="narrow"
        type="search"
        label={words.search}
        value={q}
        maxLength={200}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <div ref={list}>
        <Lists q={q.trim().toLocaleLowerCase()} />
      </div>
      <Edits />
    </Page>
  )
}

function Lists({ q }: { q: string }) {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /lists', { query: { limit: 200 } }))
  if (pages.data === undefined) return <Awaiting query={pages} />
  const all = pages.data.pages.flatMap((page) => page.items)
  const items = all.filter(({ name }) => name.toLocaleLowerCase().includes(q))
  if (all.length === 0) {
    return (
      <Empty title={words.empty}>
        <p>
          {words.emptyText} <Link to="/people">{words.goPeople}</Link>
        </p>
      </Empty>
    )
  }
  if (items.length === 0) return <p className="soft">{words.nothing}</p>
  return (
    <div className="stack">
      <div className="sheet posts scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.subject}</th>
              <th scope="col" className="number">
                {words.count}
              </th>
              <th scope="col">{words.owner}</th>
              <th scope="col">{words.actions}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((list) => (
              <Row key={list.id} list={list} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore pages={pages} />
    </div>
  )
}

function Row({ list }: { list: SavedList }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const session = useSession()
  const client = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const mayChange = mayManage(session) || list.owner?.id === session.member.id
  const remove = async () => {
    await call('DELETE /lists/{id}', { params: { id: list.id } })
    await client.invalidateQueries({ queryKey: ['GET /lists'] })
  }
  return (
    <tr>
      <th scope="row">
        <Opened list={list} />
      </th>
      <td>{SUBJECT_WORDS[list.subject][language]}</td>
      <td className="number">
        <Count id={list.id} />
      </td>
      <td className="small">
        <bdi>{list.owner?.name}</bdi> · {list.isShared ? words.shared : words.own}
      </td>
      <td>
        {mayManage(session) && (
          <Button
            component="a"
            variant="default"
            href={addressOf('/lists/{id}/items.csv', { id: list.id })}
            download
            aria-label={words.downloadOf(list.name)}
          >
            {words.download}
          </Button>
        )}
        {mayWrite(session) && mayChange && (
          <Button
            variant="default"
            aria-label={words.editOf(list.name)}
            onClick={() => setEditing(true)}
          >
            {common.edit}
          </Button>
        )}
        {isEditing && <ListForm list={list} close={() => setEditing(false)} />}
        {mayWrite(session) && mayChange && (
          <Button
            variant="default"
            aria-label={words.removeOf(list.name)}
            onClick={() => setRemoving(true)}
          >
            {common.remove}
          </Button>
        )}
        {isRemoving && (
          <ConfirmRemoval
            title={words.removeTitle}
            remove={remove}
            close={() => setRemoving(false)}
          >
            {words.removeText(list.name)}
          </ConfirmRemoval>
        )}
      </td>
    </tr>
  )
}

function Opened({ list: { id, name, subject } }: { list: SavedList }) {
  const search = { list: id }
  if (subject === 'person') {
    return (
      <Link to="/people" search={search} data-list-item>
        <bdi>{name}</bdi>
      </Link>
    )
  }
  if (subject === 'organisation') {
    return (
      <Link to="/organisations" search={search} data-list-item>
        <bdi>{name}</bdi>
      </Link>
    )
  }
  return (
    <Link to="/deals" search={{ ...search, view: 'table' }} data-list-item>
      <bdi>{name}</bdi>
    </Link>
  )
}

function Count({ id }: { id: string }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const list = useQuery(ask('GET /lists/{id}', { params: { id } }))
  if (list.data === undefined) return list.error === null ? '…' : '—'
  const count = formatCount(list.data.count, language)
  return list.data.isMore ? words.more(count) : count
}

function Edits() {
  const words = useWords(WORDS)
  const pages = useInfiniteQuery(askPages('GET /bulk-edits', { query: { limit: 20 } }))
  return (
    <section className="stack-tight" aria-labelledby="edits">
      <h2 id="edits">{words.edits}</h2>
      {pages.data === undefined ? (
        <Awaiting query={pages} />
      ) : (
        <>
          {pages.data.pages[0]?.items.length === 0 && <p className="soft">{words.noEdits}</p>}
          <ul className="bare-list stack-tight">
            {pages.data.pages
              .flatMap((page) => page.items)
              .map((edit) => (
                <EditRow key={edit.id} edit={edit} />
              ))}
          </ul>
          {pages.hasNextPage && <LoadMore pages={pages} />}
        </>
      )}
    </section>
  )
}

function EditRow({ edit }: { edit: BulkEdit }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const session = useSession()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => call('POST /bulk-edits/{id}/undo', { params: { id: edit.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['GET /bulk-edits'] }),
  })
  const count = (of: number) => formatCount(of, language)
  return (
    <li className="row small">
      <PostTime time={edit.madeAt} />
      <bdi>{edit.author?.name}</bdi>
      <span>{words.editText(CHANGE_WORDS[edit.change.kind][language], count(edit.changes))}</span>
      {edit.undoneAt !== null && (
        <span className="soft">{words.undone(count(edit.restored), count(edit.kept))}</span>
      )}
      {edit.undoneAt === null && mayWrite(session) && (
        <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
          {words.undo}
        </Button>
      )}
      <ProblemNote problem={undo.error} />
    </li>
  )
}
