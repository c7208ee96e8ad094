import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../client.ts'
import type { Filters } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { DialogForm } from '../../parts/dialog-form.tsx'
import { mayWrite, useSession } from '../../session.ts'
import type { AlertChoice, SavedSearch } from '../../terms.ts'
import { SAVED_WORDS } from './saved-words.ts'

type Input = Pick<SavedSearch, 'name' | 'alert' | 'isShared'>

const CHOICES: AlertChoice[] = ['none', 'each', 'surge']

function useKeep(search: SavedSearch | null, filters: Filters, done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) =>
      search === null
        ? call('POST /saved-searches', { body: { ...input, filter: filters } })
        : call('PATCH /saved-searches/{id}', { params: { id: search.id }, body: input }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['GET /saved-searches'] })
      done()
    },
  })
}

/** Saves what is being searched for, or changes what a saved search is called and rings for. */
export function SearchForm(props: {
  search: SavedSearch | null
  filters: Filters
  close: () => void
}) {
  const { search, filters, close } = props
  const words = useWords(SAVED_WORDS)
  const [input, setInput] = useState<Input>({
    name: search?.name ?? filters.q ?? '',
    alert: search?.alert ?? 'none',
    isShared: search?.isShared ?? false,
  })
  const keep = useKeep(search, filters, close)
  return (
    <DialogForm
      title={search === null ? words.save : words.change}
      close={close}
      save={() => keep.mutate({ ...input, name: input.name.trim() })}
      isSaving={keep.isPending}
      problem={keep.error}
      size="md"
    >
      <SearchFields input={input} change={setInput} />
    </DialogForm>
  )
}

function SearchFields({ input, change }: { input: Input; change: (input: Input) => void }) {
  const words = useWords(SAVED_WORDS)
  const session = useSession()
  const labels = { none: words.ringNever, each: words.ringEach, surge: words.ringSurge }
  return (
    <>
      <TextInput
        label={words.name}
        value={input.name}
        onChange={(event) => change({ ...input, name: event.currentTarget.value })}
        required
        maxLength={500}
        data-autofocus
      />
      <NativeSelect
        label={words.ring}
        description={words.ringHint}
        value={input.alert}
        onChange={(event) => {
          const alert = CHOICES.find((known) => known === event.currentTarget.value)
          if (alert !== undefined) change({ ...input, alert })
        }}
        data={CHOICES.map((value) => ({ value, label: labels[value] }))}
      />
      {mayWrite(session) && (
        <label className="row">
          <input
            type="checkbox"
            checked={input.isShared}
            onChange={(event) => change({ ...input, isShared: event.currentTarget.checked })}
          />
          {words.share}
        </label>
      )}
    </>
  )
}

export function RemoveSearch({ search, close }: { search: SavedSearch; close: () => void }) {
  const words = useWords(SAVED_WORDS)
  const client = useQueryClient()
  const remove = async () => {
    await call('DELETE /saved-searches/{id}', { params: { id: search.id } })
    await client.invalidateQueries({ queryKey: ['GET /saved-searches'] })
    client.invalidateQueries({ queryKey: ['GET /alerts'] })
  }
  return (
    <ConfirmRemoval title={words.remove} remove={remove} close={close}>
      {words.removeText(search.name)}
    </ConfirmRemoval>
  )
}
