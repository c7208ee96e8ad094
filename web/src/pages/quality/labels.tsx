import { NativeSelect, Switch } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Filters, withoutEmpty } from '../../filters.ts'
import { formatCount, formatLanguage, formatShare } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { LabelQuality } from '../../terms.ts'
import { labelName } from './label-name.ts'
import { groupOf, languagesOf, PART_GROUPS, type PartGroup, rowsOf } from './label-rows.ts'
import { ShareBar } from './share-bar.tsx'
import { WORDS } from './words.ts'

/** Precision and recall of every label in a language, as bars or as the table behind them. */
export function Labels(props: { labels: LabelQuality[]; auditsMin: number }) {
  const words = useWords(WORDS)
  const { labels, auditsMin } = props
  const [lang, setLang] = useState('all')
  const [group, setGroup] = useState<PartGroup | undefined>(undefined)
  const [isKnownOnly, setKnownOnly] = useState(false)
  const [isTable, setTable] = useState(false)
  const rows = rowsOf(labels, lang)
    .filter(({ part }) => group === undefined || groupOf(part) === group)
    .filter(({ precision, recall }) => !isKnownOnly || precision !== null || recall !== null)
  return (
    <section className="sheet stack" aria-labelledby="labels">
      <div className="row spread">
        <h2 id="labels">{words.labels}</h2>
        <button type="button" className="link-button small" onClick={() => setTable(!isTable)}>
          {isTable ? words.showBars : words.showTable}
        </button>
      </div>
      <fieldset className="row row-end bare-fields">
        <legend className="hidden">{words.find}</legend>
        <LanguageChoice labels={labels} lang={lang} choose={setLang} />
        <GroupChoice group={group} choose={setGroup} />
        <Switch
          size="xs"
          label={words.onlyKnown}
          checked={isKnownOnly}
          onChange={({ currentTarget: { checked } }) => setKnownOnly(checked)}
        />
      </fieldset>
      {rows.length === 0 ? (
        <p className="soft" role="status">
          {words.noLabels}
        </p>
      ) : isTable ? (
        <CountTable rows={rows} lang={lang} />
      ) : (
        <BarTable rows={rows} auditsMin={auditsMin} lang={lang} />
      )}
      <p className="soft small">{words.labelsNote}</p>
    </section>
  )
}

function LanguageChoice(props: {
  labels: LabelQuality[]
  lang: string
  choose: (lang: string) => void
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <NativeSelect
      label={words.language}
      value={props.lang}
      onChange={({ currentTarget: { value } }) => props.choose(value)}
      data={[
        { value: 'all', label: words.allLanguages },
        ...languagesOf(props.labels).map((value) => ({
          value,
          label: formatLanguage(value, language),
        })),
      ]}
    />
  )
}

function GroupChoice(props: {
  group: PartGroup | undefined
  choose: (group: PartGroup | undefined) => void
}) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const names: Record<PartGroup, string> = {
    ...{ sentiment: common.sentiment, stage: common.stage, stance: common.stance },
    ...{ intent: common.intent, toxicity: common.abuse },
  }
  return (
    <NativeSelect
      label={words.part}
      value={props.group ?? ''}
      onChange={({ currentTarget: { value } }) =>
        props.choose(PART_GROUPS.find((group) => group === value))
      }
      data={[
        { value: '', label: common.any },
        ...PART_GROUPS.map((value) => ({ value, label: names[value] })),
      ]}
    />
  )
}

function BarTable(props: { rows: LabelQuality[]; auditsMin: number; lang: string }) {
  const words = useWords(WORDS)
  const { rows, auditsMin, lang } = props
  return (
    <table className="plain label-bars">
      <thead>
        <tr>
          <th scope="col">{words.label}</th>
          <th scope="col">{words.precision}</th>
          <th scope="col">{words.recall}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.part} ${row.label}`}>
            <th scope="row">
              <LabelLink row={row} lang={lang} />
            </th>
            <td>
              <ShareCell share={row.precision} of={row.said} auditsMin={auditsMin} />
            </td>
            <td>
              <ShareCell share={row.recall} of={row.held} auditsMin={auditsMin} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ShareCell(props: { share: LabelQuality['precision']; of: number; auditsMin: number }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { share, of, auditsMin } = props
  if (share === null) return <span className="soft small">{words.notYet(of, auditsMin)}</span>
  return (
    <span className="share-cell">
      <ShareBar share={share} />
      <span className="small">
        <strong>{formatShare(share.value, language)}</strong>{' '}
        <span className="soft">({words.interval(share.low, share.high)})</span>
      </span>
    </span>
  )
}

/** The name of a label; it leads to the posts that are read so. */
function LabelLink({ row, lang }: { row: LabelQuality; lang: string }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const name = labelName(row, language)
  const search = withoutEmpty({ ...filterOf(row), lang: lang === 'all' ? undefined : lang })
  return (
    <Link to="/listening" search={search} title={words.seePosts(name)}>
      {name}
    </Link>
  )
}

function filterOf({ part, label }: LabelQuality): Filters {
  if (part === 'toxicity') return { toxic: true }
  if (part === 'sentiment' || part === 'stage' || part === 'stance') {
    return { [part]: label } as Filters
  }
  return { intent: part }
}

const COUNTS = ['said', 'held', 'right'] as const

function CountTable({ rows, lang }: { rows: LabelQuality[]; lang: string }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const shares = ['precision', 'recall'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.labels}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.label}</th>
            {shares.flatMap((share) => [
              <th key={share} scope="col" className="number">
                {words[share]}
              </th>,
              <th key={`${share} interval`} scope="col" className="number">
                {words.intervalOf(words[share])}
              </th>,
            ])}
            {COUNTS.map((count) => (
              <th key={count} scope="col" className="number">
                {words[count]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.part} ${row.label}`}>
              <th scope="row">
                <LabelLink row={row} lang={lang} />
              </th>
              {shares.flatMap((share) => [
                <td key={share} className="number">
                  {row[share] === null ? '–' : formatShare(row[share].value, language)}
                </td>,
                <td key={`${share} interval`} className="number">
                  {row[share] === null ? '–' : words.interval(row[share].low, row[share].high)}
                </td>,
              ])}
              {COUNTS.map((count) => (
                <td key={count} className="number">
                  {formatCount(row[count], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
