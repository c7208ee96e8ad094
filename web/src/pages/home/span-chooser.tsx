import { Button, Popover, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOrNone } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { Slice } from './page.tsx'
import { type HomeSearch, SPANS_DAYS } from './url-state.ts'
import { WORDS } from './words.ts'

/** 7, 28 or 90 days up to the last day with posts, or any other span. */
export function SpanChooser({ search, slice }: { search: HomeSearch; slice: Slice }) {
  const words = useWords(WORDS)
  const isCustom = search.from !== undefined
  const chosen = isCustom ? undefined : (search.days ?? 28)
  const { days: _, from: __, to: ___, ...rest } = search
  return (
    <nav className="row" aria-label={words.span}>
      {SPANS_DAYS.map((days) => (
        <Link
          key={days}
          to="/"
          className="span-choice"
          data-chosen={days === chosen}
          aria-current={days === chosen ? 'true' : undefined}
          activeProps={{}}
          search={{ ...rest, days }}
        >
          {words.days(days)}
        </Link>
      ))}
      <CustomSpan slice={slice} rest={rest} isChosen={isCustom} />
    </nav>
  )
}

function CustomSpan(props: { slice: Slice; rest: HomeSearch; isChosen: boolean }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const navigate = useNavigate({ from: '/' })
  const [isOpen, setOpen] = useState(false)
  const show = (form: FormData) => {
    const from = dayOrNone(form.get('from'))
    const to = dayOrNone(form.get('to'))
    if (from === undefined || to === undefined) return
    const [first, last] = from <= to ? [from, to] : [to, from]
    setOpen(false)
    navigate({ search: { ...props.rest, from: first, to: last } })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="span-choice"
          data-chosen={props.isChosen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.custom}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.custom}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            show(new FormData(event.currentTarget))
          }}
        >
          <TextInput
            type="date"
            name="from"
            label={common.from}
            defaultValue={props.slice.from}
            required
          />
          <TextInput
            type="date"
            name="to"
            label={common.to}
            defaultValue={props.slice.to}
            required
          />
          <Button type="submit">{words.apply}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
