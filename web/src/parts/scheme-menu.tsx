import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { oneOf } from '../filters.ts'
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
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(oneOf(SCHEMES, value) ?? 'auto')}
        >
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {words[scheme]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
