import { Link } from '@tanstack/react-router'
import { useWords } from '../language.tsx'
import { mayManage, useSession } from '../session.ts'
import { WORDS } from './words.ts'

/** The groups of the design in the order of the flow; a group shows once it has a page. */
export function Navigation() {
  const words = useWords(WORDS)
  const session = useSession()
  return (
    <div>
      <Link to="/" activeOptions={{ exact: true }}>
        {words.home}
      </Link>
      <h2>{words.listen}</h2>
      <Link to="/listening">{words.listening}</Link>
      <Link to="/channels">{words.channels}</Link>
      <Link to="/import">{words.import}</Link>
      <h2>{words.understand}</h2>
      <Link to="/people">{words.people}</Link>
      <Link to="/organisations">{words.organisations}</Link>
      <Link to="/journeys">{words.journeys}</Link>
      <Link to="/opinions">{words.opinions}</Link>
      <Link to="/topics">{words.topics}</Link>
      <Link to="/quality">{words.quality}</Link>
      {mayManage(session) && (
        <>
          <h2>{words.workspace}</h2>
          <Link to="/settings" activeOptions={{ includeSearch: false }}>
            {words.settings}
          </Link>
        </>
      )}
    </div>
  )
}
