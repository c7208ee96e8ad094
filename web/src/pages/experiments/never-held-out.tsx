import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Who is answered whatever the draw says. */
export function NeverHeldOut() {
  const words = useWords(WORDS)
  return (
    <section className="sheet stack-tight" aria-labelledby="never-held-out">
      <h2 id="never-held-out">{words.never}</h2>
      <p>{words.neverIntro}</p>
      <ul className="never-list">
        {words.neverList.split('|').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{words.neverContact}</p>
      <p className="soft small">{words.neverDays}</p>
    </section>
  )
}
