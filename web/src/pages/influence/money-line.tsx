import { useLanguage, useWords } from '../../language.tsx'
import type { InfluenceItem } from '../../terms.ts'
import { formatAmount } from './amounts.ts'
import { WORDS } from './words.ts'

type InMoney = Pick<InfluenceItem, 'money' | 'movesMoney' | 'valued'>

/** Credit in money: what was paid, what moves are worth, and how much of the credit that speaks of. */
export function MoneyLine({ of }: { of: InMoney }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const { money, movesMoney, valued } = of
  const sum = (amounts: InMoney['money']) =>
    amounts.map((amount) => formatAmount(amount, language)).join(' + ')
  const range = (amounts: InMoney['money']) =>
    amounts
      .map(({ currency, low, high }) =>
        words.moneyRange(
          formatAmount({ currency, minor: low }, language),
          formatAmount({ currency, minor: high }, language),
        ),
      )
      .join(' + ')
  if (valued === null) return <span aria-hidden>–</span>
  if (valued === 0) {
    return (
      <span className="soft" title={words.moneyUnknownText}>
        {words.moneyUnknown}
      </span>
    )
  }
  return (
    <span className="influence-money">
      {money.length > 0 && (
        <>
          <span className="whole">{sum(money)}</span>
          <Range shown={range(money)} />
        </>
      )}
      {movesMoney.length > 0 && (
        <span className="soft small" title={words.movesMoneyText}>
          {words.movesMoney(sum(movesMoney))} <Range shown={range(movesMoney)} />
        </span>
      )}
      {valued < 0.995 && (
        <span className="soft small" title={words.moneyPartText}>
          {words.moneyPart(valued)}
        </span>
      )}
    </span>
  )
}

function Range({ shown }: { shown: string }) {
  const words = useWords(WORDS)
  return (
    <span className="soft small whole">
      <span className="hidden">{words.rangeLabel} </span>
      {shown}
    </span>
  )
}
