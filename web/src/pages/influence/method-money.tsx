import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import { formatAmount } from './amounts.ts'
import type { Method } from './method-page.tsx'
import { METHOD_WORDS } from './method-words.ts'

/** How credit becomes money: what was paid, and what the stages are worth by the journey of each topic. */
export function MethodMoney({ stageValues }: Pick<Method, 'stageValues'>) {
  const words = useWords(METHOD_WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="method-money">
      <h2 id="method-money">{words.inMoney}</h2>
      <p>{words.inMoneyIdea}</p>
      <div className="method-money stack-tight">
        {stageValues.length === 0 ? (
          <p className="soft">{words.inMoneyUnknown}</p>
        ) : (
          <StageTable stageValues={stageValues} />
        )}
        <p className="small soft">{words.inMoneyTwice}</p>
      </div>
    </section>
  )
}

function StageTable({ stageValues }: Pick<Method, 'stageValues'>) {
  const words = useWords(METHOD_WORDS)
  const { language } = useLanguage()
  const [first] = stageValues
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.stageValues}>
      <table className="plain">
        <caption className="small soft">{words.stageValues}</caption>
        <thead>
          <tr>
            <th scope="col">{words.topic}</th>
            {first?.stages.map(({ stage }) => (
              <th key={stage} scope="col" className="number">
                {STAGE_WORDS[stage][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stageValues.map(({ topic, currency, stages }) => (
            <tr key={topic.id}>
              <th scope="row">
                <Link to="/journeys" search={{ topic: topic.id }}>
                  <bdi>{topic.name}</bdi>
                </Link>
              </th>
              {stages.map(({ stage, minor }) => (
                <td key={stage} className="number">
                  {minor === null ? (
                    <span className="soft">{words.stageUnknown}</span>
                  ) : (
                    formatAmount({ currency, minor }, language)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
