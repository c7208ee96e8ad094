import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../language.tsx'
import { WORDS as COMMON, RELATION_WORDS } from '../../parts/words.ts'
import type { FullPerson } from './page.tsx'

/** What the person is to us; each leads to all who are. */
export function Standing({ person: { relations } }: { person: FullPerson }) {
  const common = useWords(COMMON)
  const { language } = useLanguage()
  if (relations.length === 0) return null
  return (
    <dl className="standing small">
      <div>
        <dt className="soft">{common.relation}</dt>
        <dd className="row">
          {relations.map((relation) => (
            <Link key={relation} className="chip chip-relation" to="/people" search={{ relation }}>
              {RELATION_WORDS[relation][language]}
            </Link>
          ))}
        </dd>
      </div>
    </dl>
  )
}
