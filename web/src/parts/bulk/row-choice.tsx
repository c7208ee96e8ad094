import { Checkbox } from '@mantine/core'
import { useWords } from '../../language.tsx'
import { WORDS } from './words.ts'

/** Which rows are chosen, and how that changes; null where nobody may choose. */
export interface RowChoice {
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
}

/** Chooses all rows shown, or none: the first cell of a table's head. */
export function ChooseAll({ choice, ids }: { choice: RowChoice | null; ids: readonly string[] }) {
  const words = useWords(WORDS)
  if (choice === null) return null
  const { chosen, choose } = choice
  const areAll = ids.every((id) => chosen.has(id))
  return (
    <td>
      <Checkbox
        aria-label={words.chooseAll}
        checked={areAll}
        indeterminate={!areAll && chosen.size > 0}
        onChange={() => choose(new Set(areAll ? [] : ids))}
      />
    </td>
  )
}

/** Chooses one row: its first cell. */
export function ChooseRow(props: { choice: RowChoice | null; id: string; name: string }) {
  const words = useWords(WORDS)
  const { choice, id } = props
  if (choice === null) return null
  const { chosen, choose } = choice
  const turn = () => {
    const others = [...chosen].filter((one) => one !== id)
    choose(new Set(chosen.has(id) ? others : [...others, id]))
  }
  return (
    <td>
      <Checkbox aria-label={words.chooseOne(props.name)} checked={chosen.has(id)} onChange={turn} />
    </td>
  )
}
