import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api.ts'
import { STAGES } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_STANCE_WORDS, STAGE_WORDS } from '../../parts/words.ts'
import type { StageOrNone } from '../../terms.ts'
import { moveName, stageName } from './move-name.ts'
import type { Slice } from './url-state.ts'
import { WORDS } from './words.ts'

type Flows = Answer<'GET /journeys'>['flows']
interface Shown {
  slice: Slice
  flows: Flows
}

/** All moves between stages; every count leads to its posts. */
export function Flow(shown: Shown) {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="flow">
      <h2 id="flow">{words.flow}</h2>
      {shown.flows.length === 0 ? (
        <p className="soft">{words.noneInSpan}</p>
      ) : (
        <FlowTable {...shown} />
      )}
    </section>
  )
}

const ROWS: StageOrNone[] = ['none', ...STAGES]

function FlowTable(shown: Shown) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={words.flow}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">
              {words.before} ＼ {words.after}
            </th>
            {STAGES.map((to) => (
              <th key={to} scope="col" className="number">
                {STAGE_WORDS[to][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((from) => (
            <tr key={from}>
              <th scope="row">{stageName(from, language)}</th>
              {STAGES.map((to) => (
                <td key={to} className="number">
                  <FlowCell {...shown} move={`${from}-${to}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The count of a move; where a stage has sides, those as well. */
function FlowCell({ slice, flows, move }: Shown & { move: string }) {
  const { language } = useLanguage()
  const flow = flows.find((one) => one.move === move)
  if (flow === undefined) return <span className="soft">–</span>
  const sides = STAGE_STANCE_WORDS[flow.to]
  const search = { ...slice, move: flow.move }
  const name = moveName(flow.move, language)
  return (
    <>
      <Link to="/listening" search={search} aria-label={`${name}: ${flow.moves}`} data-move={move}>
        {formatCount(flow.moves, language)}
      </Link>
      {sides !== undefined &&
        (['for', 'against'] as const)
          .filter((stance) => flow.byStance[stance] > 0)
          .map((stance) => (
            <div key={stance} className="small">
              <Link to="/listening" search={{ ...search, stance }} data-move={`${move} ${stance}`}>
                {sides[stance][language]} {formatCount(flow.byStance[stance], language)}
              </Link>
            </div>
          ))}
    </>
  )
}
