import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask, askAll } from '../../client.ts'
import { useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { Change } from './page.tsx'
import type { PeopleSearch } from './url-state.ts'
import { WORDS } from './words.ts'

/** Filters by what colleagues keep: tag and owner. */
export function CardFields({ search, change }: { search: PeopleSearch; change: Change }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const tags = useQuery(askAll('GET /tags'))
  const members = useQuery(askAll('GET /members'))
  const named = (all: { id: string; name: string }[] | undefined) =>
    (all ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const any = { value: '', label: common.any }
  return (
    <>
      <NativeSelect
        label={words.tag}
        value={search.tag ?? ''}
        onChange={(event) => change({ tag: event.currentTarget.value || undefined })}
        data={[any, ...named(tags.data)]}
      />
      <NativeSelect
        label={words.owner}
        value={search.owner ?? ''}
        onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
        data={[
          any,
          { value: 'me', label: words.mine },
          { value: 'nobody', label: words.nobody },
          ...named(members.data),
        ]}
      />
    </>
  )
}

/** Which saved list is shown. */
export function ListName({ id, clear }: { id: string; clear: () => void }) {
  const words = useWords(WORDS)
  const list = useQuery(ask('GET /lists/{id}', { params: { id } }))
  return (
    <p className="soft small">
      {words.inList(list.data?.name ?? '…')}{' '}
      <button type="button" className="link-button small" onClick={clear}>
        {words.clear}
      </button>
    </p>
  )
}
