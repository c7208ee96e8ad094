import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type RefObject, useState } from 'react'
import type { Filters } from '../../filters.ts'
import { dayOrNone, INTENTS, SENTIMENTS, STAGES_OR_NONE, STANCES, yesOrNo } from '../../filters.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ChannelField, ChoiceField, SearchField, TopicField } from '../../parts/filter-fields.tsx'
import {
  WORDS as COMMON,
  INTENT_WORDS,
  SENTIMENT_WORDS,
  STAGE_WORDS,
  STANCE_WORDS,
  YES_OR_NO_WORDS,
} from '../../parts/words.ts'
import type { Stage, StageOrNone } from '../../terms.ts'
import './filter-bar.css'
import { WORDS } from './words.ts'

/** A change may take a filter away by naming it as undefined. */
export type Change = (changed: { [Key in keyof Filters]?: Filters[Key] | undefined }) => void

interface Bar {
  filters: Filters
  change: Change
}

export function FilterBar(
  props: Bar & { clear: () => void; searchBox: RefObject<HTMLInputElement | null> },
) {
  const words = useWords(WORDS)
  const { filters, change } = props
  const [isOpen, setOpen] = useState(false)
  const isFiltered = Object.keys(filters).length > 0
  return (
    <section className="filter-bar" aria-label={words.filters}>
      <div className="filter-search">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          input={props.searchBox}
          value={filters.q}
          choose={(q) => change({ q })}
        />
      </div>
      <Button
        className="filter-toggle"
        variant="default"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words.filters}
      </Button>
      <div className="filter-more" data-open={isOpen}>
        <TopicField value={filters.topic} choose={(topic) => change({ topic })} />
        <ChannelField value={filters.channel} choose={(channel) => change({ channel })} />
        <ReadingFields {...props} />
        <YesOrNoFields {...props} />
        <LanguageField {...props} />
        <DayFields {...props} />
      </div>
      {isFiltered && (
        <Button variant="default" onClick={props.clear}>
          {words.clear}
        </Button>
      )}
      {filters.opinion !== undefined && <p className="soft small">{words.oneOpinion}</p>}
      {filters.person !== undefined && <p className="soft small">{words.onePerson}</p>}
      {filters.organisation !== undefined && <p className="soft small">{words.oneOrganisation}</p>}
      {filters.model !== undefined && <p className="soft small">{words.oneModel(filters.model)}</p>}
      {filters.moved !== undefined && <p className="soft small">{words.movedByModel}</p>}
      <MoveNote filters={filters} />
    </section>
  )
}

/** A list that came from a figure of journeys says so. */
function MoveNote({ filters: { move } }: { filters: Filters }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  if (move === undefined) return null
  const [from, to] = move.split('-') as [StageOrNone, Stage]
  const start = from === 'none' ? common.firstSeen : STAGE_WORDS[from][language]
  return (
    <p className="soft small">{words.oneMove(common.moved(start, STAGE_WORDS[to][language]))}</p>
  )
}

function ReadingFields({ filters, change }: Bar) {
  const common = useWords(COMMON)
  return (
    <>
      <ChoiceField
        label={common.stage}
        words={STAGE_WORDS}
        order={STAGES_OR_NONE}
        value={filters.stage}
        choose={(stage) => change({ stage })}
      />
      <ChoiceField
        label={common.stance}
        words={STANCE_WORDS}
        order={STANCES}
        value={filters.stance}
        choose={(stance) => change({ stance })}
      />
      <ChoiceField
        label={common.sentiment}
        words={SENTIMENT_WORDS}
        order={SENTIMENTS}
        value={filters.sentiment}
        choose={(sentiment) => change({ sentiment })}
      />
      <ChoiceField
        label={common.intent}
        words={INTENT_WORDS}
        order={INTENTS}
        value={filters.intent}
        choose={(intent) => change({ intent })}
      />
    </>
  )
}

/** Whether a post insults, and whether the reader left something open. */
function YesOrNoFields({ filters, change }: Bar) {
  const common = useWords(COMMON)
  return (
    <>
      <YesOrNoField
        label={common.abuse}
        value={filters.toxic}
        choose={(toxic) => change({ toxic })}
      />
      <YesOrNoField
        label={common.leftOpen}
        value={filters.unsure}
        choose={(unsure) => change({ unsure })}
      />
    </>
  )
}

function YesOrNoField(props: {
  label: string
  value: boolean | undefined
  choose: (value: boolean | undefined) => void
}) {
  const { label, value, choose } = props
  return (
    <ChoiceField
      label={label}
      words={YES_OR_NO_WORDS}
      order={['true', 'false']}
      value={value === undefined ? undefined : `${value}`}
      choose={(chosen) => choose(yesOrNo(chosen))}
    />
  )
}

function LanguageField({ filters, change }: Bar) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { lang } = filters
  const isOther = lang !== undefined && !['ja', 'en'].includes(lang)
  return (
    <NativeSelect
      label={words.lang}
      value={lang ?? ''}
      onChange={(event) => change({ lang: event.currentTarget.value || undefined })}
      data={[
        { value: '', label: common.any },
        { value: 'ja', label: words.japanese },
        { value: 'en', label: words.english },
        ...(isOther ? [{ value: lang, label: lang }] : []),
      ]}
    />
  )
}

function DayFields({ filters, change }: Bar) {
  const common = useWords(COMMON)
  return (
    <>
      <TextInput
        type="date"
        label={common.from}
        value={filters.from ?? ''}
        onChange={(event) => change({ from: dayOrNone(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={common.to}
        value={filters.to ?? ''}
        onChange={(event) => change({ to: dayOrNone(event.currentTarget.value) })}
      />
    </>
  )
}
