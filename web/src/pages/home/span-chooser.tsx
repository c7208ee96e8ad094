import { Button, Popover, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOrNone } from '../../filters.ts'
import { fiscalSpansOf } from '../../fiscal-year.ts'
import { useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { useSession } from '../../session.ts'
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
        <FiscalLinks slice={props.slice} rest={props.rest} close={() => setOpen(false)} />
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

/** The business year and its half, as the workspace has them, up to the day that is shown. */
function FiscalLinks(props: { slice: Slice; rest: HomeSearch; close: () => void }) {
  const words = useWords(WORDS)
  const { fiscalYearStartMonth } = useSession().workspace
  const { year, half, isFirstHalf } = fiscalSpansOf(props.slice.to, fiscalYearStartMonth)
  return (
    <p className="row small">
      <Link to="/" search={{ ...props.rest, ...year }} onClick={props.close}>
        {words.fiscalYear}
      </Link>
      <Link to="/" search={{ ...props.rest, ...half }} onClick={props.close}>
        {isFirstHalf ? words.firstHalf : words.secondHalf}
      </Link>
    </p>
  )
}
