import { ActionIcon, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../language.tsx'
import { signOut, useChooseLanguage, useSession } from '../session.ts'
import { PersonIcon } from './icons.tsx'
import { WORDS } from './words.ts'

export function AccountMenu() {
  const words = useWords(WORDS)
  const { member } = useSession()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={words.accountOf(member.name)}>
          <PersonIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{member.name}</bdi>
          <br />
          {member.email}
        </Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          {words.changePassword}
        </Menu.Item>
        <Menu.Item onClick={signOut}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Each language names itself, so that it is found by who reads only that one. */
export const LANGUAGE_NAMES = { ja: '日本語', en: 'English' } as const

function LanguageItems() {
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  return (
    <Menu.RadioGroup value={language} onChange={(value) => choose(value === 'ja' ? 'ja' : 'en')}>
      {(['ja', 'en'] as const).map((known) => (
        <Menu.RadioItem key={known} value={known} lang={known} closeMenuOnClick>
          {LANGUAGE_NAMES[known]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
