import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { useRelationName } from '../../parts/relation-names.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { FullPerson } from './page.tsx'

/** What the person is to us; each leads to all who are. */
export function Standing({ person }: { person: FullPerson }) {
  const common = useWords(COMMON)
  const nameOf = useRelationName()
  if (person.relations.length === 0) return null
  return (
    <p className="row small">
      <span className="soft">{common.relation}</span>
      {person.relations.map((relation) => (
        <Link key={relation} className="chip chip-relation" to="/people" search={{ relation }}>
          {nameOf(relation)}
        </Link>
      ))}
    </p>
  )
}
