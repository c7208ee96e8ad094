import { Button, CopyButton, TextInput } from '@mantine/core'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import { WORDS } from './words.ts'

/** The signing secret, this once; it does not go away by a click beside it. */
export function SecretDialog(props: { secret: string; isRenewed?: boolean; close: () => void }) {
  const { secret, isRenewed = false, close } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  return (
    <Dialog
      opened
      onClose={close}
      title={words.secretTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="stack">
        <p>
          <strong>{words.secretOnce}</strong>
        </p>
        <div className="row row-end">
          <TextInput
            label={words.secretTitle}
            name="secret"
            value={secret}
            readOnly
            className="grow"
          />
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
        </div>
        <p className="soft small">{words.secretWhy}</p>
        {isRenewed && <p>{words.secretOld}</p>}
        <div className="row">
          <Button onClick={close}>{words.done}</Button>
        </div>
      </div>
    </Dialog>
  )
}
