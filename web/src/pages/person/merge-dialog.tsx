import { useState } from 'react'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { FindPerson } from './find-person.tsx'
import { MergePreview } from './merge-preview.tsx'
import { MERGE_WORDS } from './merge-words.ts'
import type { FullPerson } from './page.tsx'

/** Finds the other person, shows the two side by side, and merges them. */
export function MergeDialog({ person, close }: { person: FullPerson; close: () => void }) {
  const words = useWords(MERGE_WORDS)
  const common = useWords(COMMON)
  const [other, setOther] = useState<string>()
  return (
    <Dialog
      opened
      onClose={close}
      size="xl"
      title={other === undefined ? words.mergeWith : words.sideBySide}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {other === undefined ? (
        <FindPerson label={words.search} besides={person} choose={({ id }) => setOther(id)} />
      ) : (
        <MergePreview ids={[person.id, other]} back={() => setOther(undefined)} close={close} />
      )}
    </Dialog>
  )
}
