import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { askAll } from '../client.ts'
import { useLanguage, useWords } from '../language.tsx'
import type { Words } from '../terms.ts'
import { guardEnter } from './keys.ts'
import { WORDS } from './words.ts'

interface Field<Value extends string> {
  value: Value | undefined
  choose: (value: Value | undefined) => void
}

/** Choose one of a closed set, or any. */
export function ChoiceField<Value extends string>(
  props: Field<Value> & { label: string; words: Record<Value, Words>; order: readonly Value[] },
) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <NativeSelect
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.choose(props.order.find((v) => v === event.currentTarget.value))}
      data={[
        { value: '', label: words.any },
        ...props.order.map((value) => ({ value, label: props.words[value][language] })),
      ]}
    />
  )
}

export function TopicField(props: Field<string>) {
  const words = useWords(WORDS)
  const topics = useQuery(askAll('GET /topics'))
  return <NamedField {...props} label={words.topic} items={topics.data ?? []} />
}

export function ChannelField(props: Field<string>) {
  const words = useWords(WORDS)
  const channels = useQuery(askAll('GET /channels'))
  return <NamedField {...props} label={words.channel} items={channels.data ?? []} />
}

function NamedField(
  props: Field<string> & { label: string; items: { id: string; name: string }[] },
) {
  const words = useWords(WORDS)
  const isUnknown = props.value !== undefined && props.items.every((i) => i.id !== props.value)
  return (
    <NativeSelect
      label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.choose(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: words.any },
        ...props.items.map((item) => ({ value: item.id, label: item.name })),
        ...(isUnknown ? [{ value: props.value ?? '', label: '…' }] : []),
      ]}
    />
  )
}

/** A search box that asks on Enter, and never on the Enter that ends a composition. */
export function SearchField(
  props: Field<string> & {
    label: string
    placeholder: string
    input: RefObject<HTMLInputElement | null>
  },
) {
  const [text, setText] = useState(props.value ?? '')
  useEffect(() => setText(props.value ?? ''), [props.value])
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.choose(text.trim() === '' ? undefined : text.trim())
        }}
      >
        <TextInput
          ref={props.input}
          type="search"
          label={props.label}
          placeholder={props.placeholder}
          value={text}
          maxLength={200}
          onKeyDown={guardEnter}
          onChange={(event) => {
            const typed = event.currentTarget.value
            setText(typed)
            if (typed === '') props.choose(undefined)
          }}
        />
      </form>
    </search>
  )
}
