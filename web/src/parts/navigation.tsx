import { Link } from '@tanstack/react-router'
import { useWords } from '../language.tsx'
import { mayManage, mayWrite, useSession } from '../session.ts'
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
      <Link to="/links">{words.links}</Link>
      <h2>{words.understand}</h2>
      <Link to="/people">{words.people}</Link>
      <Link to="/review">{words.review}</Link>
      <Link to="/organisations">{words.organisations}</Link>
      <Link to="/programmes">{words.programmes}</Link>
      <Link to="/journeys">{words.journeys}</Link>
      <Link to="/opinions">{words.opinions}</Link>
      <Link to="/topics">{words.topics}</Link>
      <Link to="/quality">{words.quality}</Link>
      <h2>{words.engage}</h2>
      <Link to="/influence/plan" activeOptions={{ includeSearch: false }}>
        {words.plan}
      </Link>
      <Link to="/deals" activeOptions={{ includeSearch: false }}>
        {words.deals}
      </Link>
      <Link to="/tasks" activeOptions={{ includeSearch: false }}>
        {words.tasks}
      </Link>
      <Link to="/lists">{words.lists}</Link>
      <Link to="/handovers">{words.handovers}</Link>
      <h2>{words.measure}</h2>
      <Link to="/influence" activeOptions={{ exact: true, includeSearch: false }}>
        {words.influence}
      </Link>
      <Link to="/communities" activeOptions={{ includeSearch: false }}>
        {words.communities}
      </Link>
      <Link to="/experiments" activeOptions={{ includeSearch: false }}>
        {words.experiments}
      </Link>
      {mayWrite(session) && <h2>{words.workspace}</h2>}
      {mayManage(session) && (
        <>
          <Link to="/privacy" activeOptions={{ includeSearch: false }}>
            {words.privacy}
          </Link>
          <Link to="/audit" activeOptions={{ includeSearch: false }}>
            {words.audit}
          </Link>
          <Link to="/settings" activeOptions={{ includeSearch: false }}>
            {words.settings}
          </Link>
        </>
      )}
      {mayWrite(session) && (
        <Link to="/webhooks" activeOptions={{ includeSearch: false }}>
          {words.webhooks}
        </Link>
      )}
    </div>
  )
}
