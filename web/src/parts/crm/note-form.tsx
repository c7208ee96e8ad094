import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { askAll, call } from '../../client.ts'
import { useWords } from '../../language.tsx'
import type { Note } from '../../terms.ts'
import { DialogForm } from '../dialog-form.tsx'
import type { About } from './about.ts'
import { calledIn, mentionAt } from './mentions.ts'
import { guardPick } from './picks.tsx'
import { useRefresh } from './refresh.ts'
import { WORDS } from './words.ts'

interface Member {
  id: string
  name: string
}

/** Writes a note about somebody or something, or changes one. */
export function NoteForm(props: { about: About; note?: Note; close: () => void }) {
  const { about, note, close } = props
  const words = useWords(WORDS)
  const refresh = useRefresh('note')
  const [text, setText] = useState(note?.text ?? '')
  const members = useQuery(askAll('GET /members')).data ?? []
  const keep = useMutation({
    mutationFn: async () => {
      const said = { text, mentions: calledIn(text, members) }
      if (note !== undefined) {
        await call('PATCH /notes/{id}', { params: { id: note.id }, body: said })
      } else await call('POST /notes', { body: { ...said, about } })
      await refresh()
    },
    onSuccess: close,
  })
  return (
    <DialogForm
      title={note === undefined ? words.addNote : words.editNote}
      close={close}
      save={() => keep.mutate()}
      isSaving={keep.isPending}
      problem={keep.error}
    >
      <NoteText text={text} change={setText} members={members} />
    </DialogForm>
  )
}

/** The text, and the members whose names fit behind an @ that stands before the caret. */
function NoteText(props: {
  text: string
  change: (text: string) => void
  members: readonly Member[]
}) {
  const { text, change, members } = props
  const words = useWords(WORDS)
  const combobox = useCombobox()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const mention = mentionAt(text, caret)
  const fitting =
    mention === null ? [] : members.filter(({ name }) => startsAlike(name, mention.typed))
  const look = (at: number, whole: string) => {
    setCaret(at)
    if (mentionAt(whole, at) === null) combobox.closeDropdown()
    else combobox.openDropdown()
  }
  const put = (name: string) => {
    if (mention === null) return
    const before = `${text.slice(0, mention.start)}@${name} `
    change(before + text.slice(caret))
    combobox.closeDropdown()
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={put}>
      <Combobox.DropdownTarget>
        <Combobox.EventsTarget withExpandedAttribute={false} autoComplete="off">
          <Textarea
            ref={field}
            size="xs"
            label={words.noteText}
            description={words.noteHint}
            value={text}
            minRows={5}
            rows={6}
            required
            maxLength={20_000}
            data-autofocus
            onKeyDownCapture={guardPick}
            onChange={(event) => {
              change(event.currentTarget.value)
              look(event.currentTarget.selectionStart, event.currentTarget.value)
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.EventsTarget>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={fitting.length === 0}>
        <Combobox.Options aria-label={words.callMember}>
          {fitting.map(({ id, name }) => (
            <Combobox.Option key={id} value={name}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function startsAlike(name: string, typed: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(' ', '')
  return fold(name).startsWith(fold(typed))
}
