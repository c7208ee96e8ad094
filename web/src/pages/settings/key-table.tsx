import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemOf } from '../../api.ts'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { ConfirmRemoval } from '../../parts/confirm-removal.tsx'
import { PostTime } from '../../parts/post.tsx'
import { SCOPE_WORDS, WORDS } from './key-words.ts'

type Key = ItemOf<'GET /api-keys'>

export function KeyTable({ keys }: { keys: Key[] }) {
  const words = useWords(WORDS)
  const [revoking, setRevoking] = useState<Key | null>(null)
  return (
    <div className="sheet posts scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.created}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">
              <span className="hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} revoke={() => setRevoking(key)} />
          ))}
        </tbody>
      </table>
      {revoking !== null && <RevokeKey apiKey={revoking} close={() => setRevoking(null)} />}
    </div>
  )
}

function KeyRow({ apiKey, revoke }: { apiKey: Key; revoke: () => void }) {
  const words = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">
        <bdi>{apiKey.name}</bdi>
        <div className="soft small">{SCOPE_WORDS[apiKey.scope][language]}</div>
      </th>
      <td className="small">
        <PostTime time={apiKey.createdAt} />
      </td>
      <td className="small">
        {apiKey.lastUsedAt === null ? words.never : <PostTime time={apiKey.lastUsedAt} />}
      </td>
      <td>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={words.revokeOf(apiKey.name)}
          onClick={revoke}
        >
          {words.revoke}
        </Button>
      </td>
    </tr>
  )
}

function RevokeKey({ apiKey, close }: { apiKey: Key; close: () => void }) {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const revoke = async () => {
    await call('DELETE /api-keys/{id}', { params: { id: apiKey.id } })
    await client.invalidateQueries({ queryKey: ['GET /api-keys'] })
  }
  return (
    <ConfirmRemoval title={words.revokeTitle} action={words.revoke} remove={revoke} close={close}>
      {words.revokeText(apiKey.name)}
    </ConfirmRemoval>
  )
}
