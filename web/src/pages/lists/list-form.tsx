import { Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { DialogForm, textOf } from '../../parts/dialog-form.tsx'
import type { SavedList } from '../../terms.ts'
import { readDealsSearch } from '../deals/url-state.ts'
import { readOrganisationsSearch } from '../organisations/url-state.ts'
import { readPeopleSearch } from '../people/url-state.ts'
import { WORDS } from './words.ts'

/** Renames a list, shares it or keeps it to oneself, and leads to its filter. */
export function ListForm({ list, close }: { list: SavedList; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (form: FormData) =>
      call('PATCH /lists/{id}', {
        params: { id: list.id },
        body: { name: textOf(form, 'name') ?? list.name, isShared: form.get('share') === 'on' },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /lists'] })
      await client.invalidateQueries({ queryKey: ['GET /lists/{id}'] })
      close()
    },
  })
  return (
    <DialogForm
      title={words.editTitle}
      close={close}
      save={save.mutate}
      isSaving={save.isPending}
      problem={save.error}
    >
      <TextInput
        name="name"
        label={words.name}
        defaultValue={list.name}
        required
        maxLength={500}
        data-autofocus
      />
      <Checkbox name="share" label={words.share} defaultChecked={list.isShared} />
      <p className="small">
        <Narrowing list={list} /> <span className="soft">{words.narrowHint}</span>
      </p>
    </DialogForm>
  )
}

/** The page with the list's filter as if it had been chosen there. */
function Narrowing({ list: { subject, filter } }: { list: SavedList }) {
  const words = useWords(WORDS)
  const search = searchOf(filter)
  if (subject === 'person') {
    return (
      <Link to="/people" search={readPeopleSearch(search)}>
        {words.narrow}
      </Link>
    )
  }
  if (subject === 'organisation') {
    return (
      <Link to="/organisations" search={readOrganisationsSearch(search)}>
        {words.narrow}
      </Link>
    )
  }
  return (
    <Link to="/deals" search={readDealsSearch({ ...search, view: 'table' })}>
      {words.narrow}
    </Link>
  )
}

/** The pages narrow by one own field at a time: of several the first. */
function searchOf({ fields, ...filter }: SavedList['filter']): Record<string, unknown> {
  const [first] = fields ?? []
  if (first === undefined) return filter
  const { field, is, contains, from, to } = first
  const text = (value: string | number | boolean | undefined) =>
    value === undefined ? undefined : String(value)
  const said = { fieldIs: text(is), fieldContains: contains, fieldFrom: text(from) }
  return { ...filter, ...withoutEmpty({ ...said, field, fieldTo: text(to) }) }
}
