import { Link, useSearch } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { mayManage, useSession } from '../../session.ts'
import { FieldsAndTags } from './fields.tsx'
import { ApiKeys } from './keys.tsx'
import { Members } from './members.tsx'
import { LanguageModel } from './model.tsx'
import './settings.css'
import { SECTIONS, type Section } from './url-state.ts'
import { WORDS } from './words.ts'
import { WorkspaceSettings } from './workspace.tsx'

const PARTS: Record<Section, () => React.JSX.Element> = {
  workspace: WorkspaceSettings,
  members: Members,
  fields: FieldsAndTags,
  keys: ApiKeys,
  model: LanguageModel,
}

export function SettingsPage() {
  const words = useWords(WORDS)
  const session = useSession()
  const { section = 'workspace' } = useSearch({ from: '/inside/settings' })
  const Part = PARTS[section]
  return (
    <Page title={words.title}>
      {mayManage(session) ? (
        <>
          <nav className="settings-sections" aria-label={words.sections}>
            {SECTIONS.map((one) => (
              <Link
                key={one}
                to="/settings"
                search={one === 'workspace' ? {} : { section: one }}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {words[one]}
              </Link>
            ))}
          </nav>
          <Part />
        </>
      ) : (
        <p>{words.forbidden}</p>
      )}
    </Page>
  )
}
