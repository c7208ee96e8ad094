import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { useWords } from '../language.tsx'
import { SchemeIcon } from './icons.tsx'
import { WORDS } from './words.ts'

const SCHEMES: MantineColorScheme[] = ['light', 'dark', 'auto']

/** Light, dark, or as the system has it. */
export function SchemeMenu() {
  const words = useWords(WORDS)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={words.appearance}>
          <SchemeIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<span aria-hidden>{scheme === colorScheme ? '✓' : '\u2003'}</span>}
            onClick={() => setColorScheme(scheme)}
          >
            {words[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
