import { addressOf } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Downloads of all that the workspace holds, for managers. */
export function Exports() {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="exports">
      <h2 id="exports">{words.exports}</h2>
      <p className="small soft">{words.exportHint}</p>
      <div className="row small">
        <a href={addressOf('/export/activities')} download>
          {words.exportActivities}
        </a>
        <a href={addressOf('/export/people-csv')} download>
          {words.exportPeople}
        </a>
        <a href={addressOf('/export/outcomes-csv')} download>
          {words.exportOutcomes}
        </a>
      </div>
    </section>
  )
}
