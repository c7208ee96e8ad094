import { Button, CopyButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useWords } from '../../language.tsx'
import type { ChannelInFull } from '../channels/words.ts'
import type { Kind } from './settings-form.ts'
import { WORDS } from './words.ts'

/** A secret as Standard Webhooks has it: 32 random bytes, drawn in this browser. */
function drawSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}

/** What the sender signs with, for kinds that are told. It is written here and never shown again, unless it was just drawn. */
export function SecretField(props: {
  of: { kind: Kind; channel: ChannelInFull | null }
  value: string
  change: (value: string) => void
  error: { field: string; text: string } | null
}) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const [isDrawn, setDrawn] = useState(false)
  const { value, change, error } = props
  const { secret } = props.of.kind
  const hasSecret = props.of.channel?.hook?.hasSecret === true
  const draw = () => {
    setDrawn(true)
    change(drawSecret())
  }
  if (secret === null) return null
  return (
    <div className="stack-tight">
      <TextInput
        name="secret"
        type={isDrawn ? 'text' : 'password'}
        autoComplete="new-password"
        label={secret.label[language]}
        description={secret.hint[language]}
        placeholder={hasSecret ? words.secretKept : words.secretMissing}
        maxLength={2_000}
        error={error?.field === 'secret' ? error.text : undefined}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {secret.isOurs && (
        <div className="row">
          <Button variant="default" onClick={draw}>
            {words.drawSecret}
          </Button>
          {isDrawn && value !== '' && <Copy text={value} />}
        </div>
      )}
    </div>
  )
}

/** Where the sender has to call. */
export function HookAddress({ hook }: { hook: { path: string; hasSecret: boolean } }) {
  const words = useWords(WORDS)
  const address = `${window.location.origin}${hook.path}`
  return (
    <section className="sheet stack-tight" aria-label={words.address}>
      <div className="row row-end">
        <TextInput
          label={words.address}
          description={words.addressHint}
          value={address}
          readOnly
          className="grow"
        />
        <Copy text={address} />
      </div>
      {!hook.hasSecret && (
        <p className="note" role="status">
          {words.needsSecret}
        </p>
      )}
    </section>
  )
}

function Copy({ text }: { text: string }) {
  const words = useWords(WORDS)
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? words.copied : words.copy}
        </Button>
      )}
    </CopyButton>
  )
}
