import { Link } from '@tanstack/react-router'
import { dayOf, formatCount, formatDay, formatParts } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { InfluenceMark, scaleOf } from '../../parts/influence-mark.tsx'
import { useSession } from '../../session.ts'
import type { InfluenceCut, InfluenceItem } from '../../terms.ts'
import { MoneyLine } from './money-line.tsx'
import { nameOfRow } from './names-of.ts'
import { PlaceboList } from './placebos.tsx'
import { EvidenceChip } from './summary.tsx'
import { type Column, type InfluenceSearch, partOf } from './url-state.ts'
import { COLUMN_TEXTS, COLUMN_WORDS, WORDS } from './words.ts'

interface Shown {
  by: InfluenceCut
  rows: readonly InfluenceItem[]
  search: InfluenceSearch
  sort: Column
  sortBy: (column: Column) => void
  isScaled: boolean
}

/** Each figure with its interval, its placebo and what it rests on; the name opens the posts and outcomes behind it. */
export function FigureTable(shown: Shown) {
  const { by, rows } = shown
  const scale = scaleOf(rows)
  return (
    <div className="sheet posts scroll-x">
      <table className="plain influence-table">
        <Head {...shown} />
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.key} by={by} row={row} scale={scale} search={shown.search} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ by, sort, sortBy, isScaled }: Shown) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const column = (name: Column, className: string) => (
    <th scope="col" className={className} aria-sort={sortSide(name, sort)}>
      <button
        type="button"
        className="influence-sort-button"
        title={`${COLUMN_TEXTS[name][language]}${name === 'placebo' && isScaled ? ` (${words.placeboScaled})` : ''}`}
        onClick={() => sortBy(name)}
      >
        {COLUMN_WORDS[name][language]}
        {name === sort && <span aria-hidden> {name === 'name' ? '▲' : '▼'}</span>}
      </button>
    </th>
  )
  return (
    <thead>
      <tr>
        {column('name', '')}
        {column('credit', 'influence-credit')}
        {column('placebo', 'number')}
        <th scope="col" className="number wide-only" title={words.moneyText}>
          {words.money}
        </th>
        {column('outcomes', 'number wide-only')}
        {column('touches', 'number wide-only')}
        {by === 'actor' && column('multiplier', 'number wide-only')}
      </tr>
    </thead>
  )
}

function sortSide(column: Column, sort: Column) {
  if (column !== sort) return 'none'
  return column === 'name' ? 'ascending' : 'descending'
}

function FigureRow(props: {
  by: InfluenceCut
  row: InfluenceItem
  scale: number
  search: InfluenceSearch
}) {
  const { by, row, scale, search } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const name = nameOfRow(by, row, language)
  return (
    <tr data-key={row.key}>
      <th scope="row">
        <Link
          to="/influence/credits"
          search={{ ...partOf(search), by, key: row.key }}
          data-list-item
        >
          <bdi>{name}</bdi>
        </Link>
        <Beneath row={row} isLabelled={by === 'channel' || row.evidence === 'calibrated'} />
      </th>
      <td className="influence-credit">
        <div className="influence-figure">
          <InfluenceMark of={row} scale={scale} isEnough={row.enough} />
          <Credit row={row} />
        </div>
      </td>
      <td className="number">
        <PlaceboList of={row} />
      </td>
      <td className="number wide-only">
        {row.enough ? <MoneyLine of={row} /> : <span aria-hidden>–</span>}
      </td>
      <td className="number wide-only">{formatCount(row.outcomes, language)}</td>
      <td className="number wide-only">{formatCount(row.touches, language)}</td>
      {by === 'actor' && (
        <td className="number wide-only">
          {row.multiplier === null ? '–' : formatParts(row.multiplier, language)}{' '}
          {row.multiplierInterval !== null && (
            <span className="soft small whole">
              <span className="hidden">{words.rangeLabel} </span>
              {words.range(row.multiplierInterval.low, row.multiplierInterval.high)}
            </span>
          )}
        </td>
      )}
    </tr>
  )
}

/** The number with its interval; where the evidence is not enough, that instead of the number. */
export function Credit({
  row,
}: {
  row: Pick<InfluenceItem, 'credit' | 'low' | 'high' | 'enough'>
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <span className="influence-numbers">
      {row.enough ? (
        <strong>{formatParts(row.credit, language)}</strong>
      ) : (
        <span className="chip chip-open" title={words.notEnoughText}>
          {words.notEnough}
        </span>
      )}{' '}
      <span className="soft small whole">
        <span className="hidden">{words.rangeLabel} </span>
        {words.range(row.low, row.high)}
      </span>
    </span>
  )
}

/** Where somebody is known from, money, whether an experiment stands behind it; on narrow screens the counts as well. */
function Beneath({ row, isLabelled }: { row: InfluenceItem; isLabelled: boolean }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const handle = row.person?.handle
  const count = (column: 'outcomes' | 'touches') =>
    `${COLUMN_WORDS[column][language]} ${formatCount(row[column], language)}`
  return (
    <div className="row small soft influence-beneath">
      {handle !== undefined && (
        <span>
          {handle.username !== null && <bdi>@{handle.username} · </bdi>}
          {handle.platform}
        </span>
      )}
      {row.passedOn !== null && row.passedOn >= 0.05 && (
        <span title={words.passedOnText}>
          {words.passedOn(row.passedOn)}
          {row.passedOnInterval !== null && (
            <>
              {' '}
              <span className="hidden">{words.rangeLabel} </span>
              {words.range(row.passedOnInterval.low, row.passedOnInterval.high)}
            </>
          )}
        </span>
      )}
      {row.shareOfCredit !== null && <ShareOfCredit of={row.shareOfCredit} isEnough={row.enough} />}
      {row.enough && row.valued !== null && row.valued > 0 && (
        <span className="narrow-only">
          <MoneyLine of={row} />
        </span>
      )}
      <span className="narrow-only">
        {count('outcomes')} · {count('touches')}
      </span>
      {isLabelled && <EvidenceChip evidence={row.evidence} />}
      {row.calibration !== null && <CalibratedBy by={row.calibration} />}
    </div>
  )
}

/** A channel's part of all credit; where the evidence is not enough, only where it lies. */
function ShareOfCredit({
  of: { share, low, high },
  isEnough,
}: {
  of: NonNullable<InfluenceItem['shareOfCredit']>
  isEnough: boolean
}) {
  const words = useWords(WORDS)
  return (
    <span title={words.shareOfCreditText}>
      {isEnough && <>{words.shareOfCredit(share)} </>}
      <span className="whole">
        <span className="hidden">{words.rangeLabel} </span>
        {isEnough ? words.shareRange(low, high) : words.shareBetween(low, high)}
      </span>
    </span>
  )
}

/** Of whom and when the experiments speak that a figure is calibrated by. */
function CalibratedBy({ by }: { by: NonNullable<InfluenceItem['calibration']> }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { timeZone } = useSession().workspace
  const day = (time: string) => formatDay(dayOf(new Date(time), timeZone), language)
  const count = (of: number) => formatCount(of, language)
  const { experiments, people, from, to } = by
  return (
    <span>
      {words.calibratedBy(
        count(experiments),
        count(people),
        day(from),
        to === null ? null : day(to),
      )}
    </span>
  )
}
