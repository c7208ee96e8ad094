import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client.ts'
import { formatDay } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { RELATIONS_WORDS } from '../../parts/relation-words.ts'

/** Who of us is in touch on the net with whom of the organisation's people. */
export function TiesToUs({ id }: { id: string }) {
  const words = useWords(RELATIONS_WORDS)
  const { language } = useLanguage()
  const query = useQuery(
    ask('GET /organisations/{id}/ties', { params: { id }, query: { limit: 20 } }),
  )
  return (
    <section className="sheet stack-tight" aria-labelledby="ties-to-us">
      <h2 id="ties-to-us">{words.tiesToUs}</h2>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : query.data.items.length === 0 ? (
        <p className="soft">{words.noTiesToUs}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.ours}</th>
              <th scope="col">{words.last}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.items.map(({ person, ours, lastOn }) => (
              <tr key={`${person.id} ${ours.id}`}>
                <th scope="row">
                  <Link to="/people/$id" params={{ id: person.id }} data-list-item>
                    <bdi>{person.name}</bdi>
                  </Link>
                </th>
                <td>
                  <Link to="/people/$id" params={{ id: ours.id }}>
                    <bdi>{ours.name}</bdi>
                  </Link>
                </td>
                <td className="small">{formatDay(lastOn, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
