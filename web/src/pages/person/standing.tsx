import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../language.tsx'
import { WORDS as COMMON, RELATION_WORDS } from '../../parts/words.ts'
import type { FullPerson } from './page.tsx'

/** What the person is to us; each leads to all who are. */
export function Standing({ person }: { person: FullPerson }) {
  const common = useWords(COMMON)
  const { language } = useLanguage()
  if (person.relations.length === 0) return null
  return (
    <p className="row small">
      <span className="soft">{common.relation}</span>
      {person.relations.map((relation) => (
        <Link key={relation} className="chip chip-relation" to="/people" search={{ relation }}>
          {RELATION_WORDS[relation][language]}
        </Link>
      ))}
    </p>
  )
}
