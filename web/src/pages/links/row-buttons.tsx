import { Button } from '@mantine/core'
import { useWords } from '../../language.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { WORDS } from './words.ts'

/** Edit and remove of one row. */
export function RowButtons(props: { name: string; edit: () => void; remove: () => void }) {
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const { name, edit, remove } = props
  return (
    <>
      <Button variant="default" size="compact-xs" aria-label={words.editOf(name)} onClick={edit}>
        {common.edit}
      </Button>
      <Button
        variant="default"
        size="compact-xs"
        aria-label={words.removeOf(name)}
        onClick={remove}
      >
        {common.remove}
      </Button>
    </>
  )
}
