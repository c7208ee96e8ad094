import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../language.tsx'
import { WORDS as COMMON, RELATION_WORDS } from '../../parts/words.ts'
import type { FullPerson } from './page.tsx'
import { WORDS } from './words.ts'

/** What the person is to us (each leads to all who are), and where they belong or did. */
export function Standing({ person }: { person: FullPerson }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { language } = useLanguage()
  const { relations, affiliations } = person
  if (relations.length === 0 && affiliations.length === 0) return null
  return (
    <dl className="standing small">
      {relations.length > 0 && (
        <div>
          <dt className="soft">{common.relation}</dt>
          <dd className="row">
            {relations.map((relation) => (
              <Link
                key={relation}
                className="chip chip-relation"
                to="/people"
                search={{ relation }}
              >
                {RELATION_WORDS[relation][language]}
              </Link>
            ))}
          </dd>
        </div>
      )}
      {affiliations.length > 0 && (
        <div>
          <dt className="soft">{words.belongs}</dt>
          <dd>
            <ul className="bare-list">
              {affiliations.map((one) => (
                <li key={`${one.organisation.id} ${one.until}`}>
                  <bdi>{one.organisation.name}</bdi> {one.role !== null && <bdi>{one.role}</bdi>}{' '}
                  {(one.since !== null || one.until !== null) && (
                    <span className="soft">{words.span(one.since ?? '', one.until ?? '')}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}
