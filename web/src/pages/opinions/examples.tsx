import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { Post } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import type { OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

/** The most typical posts, copies folded; writers choose some to split them off. */
export function Examples(props: {
  opinion: OpinionInFull
  open: (id: string) => void
  isWriter: boolean
}) {
  const { opinion, open, isWriter } = props
  const words = useWords(WORDS)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <section className="stack-tight" aria-labelledby="opinion-typical">
      <h2 id="opinion-typical">{words.typical}</h2>
      {isWriter && opinion.examples.length > 1 && (
        <SplitForm opinion={opinion} chosen={chosen} done={() => setChosen([])} />
      )}
      <ul className="bare-list sheet posts">
        {opinion.examples.map((example) => (
          <li key={example.activity.id} className="opinion-example">
            {isWriter && opinion.examples.length > 1 && (
              <Checkbox
                m={8}
                checked={chosen.includes(example.activity.id)}
                onChange={() => toggle(example.activity.id)}
                aria-label={words.choosePost(example.activity.actor.name)}
              />
            )}
            <Example example={example} open={open} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Example(props: {
  example: OpinionInFull['examples'][number]
  open: (id: string) => void
}) {
  const { activity, start, end, copies } = props.example
  const words = useWords(WORDS)
  const said = activity.text?.slice(start, end)
  return (
    <div>
      <Post activity={activity} open={props.open} sought={said} />
      {copies > 1 && <p className="soft small">{words.copies(copies)}</p>}
    </div>
  )
}

function SplitForm(props: { opinion: OpinionInFull; chosen: readonly string[]; done: () => void }) {
  const { opinion, chosen } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const split = useMutation({
    mutationFn: () =>
      call('POST /opinions/{id}/split', {
        params: { id: opinion.id },
        body: { posts: [...chosen], [language]: name.trim() },
      }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['GET /opinions/{id}'] })
      client.invalidateQueries({ queryKey: ['GET /opinions'] })
      props.done()
      navigate({ to: '/opinions/$id', params: { id: made.id } })
    },
  })
  if (chosen.length === 0) return <p className="soft small">{words.splitText}</p>
  return (
    <form
      className="row row-end"
      aria-label={words.split}
      onKeyDown={guardEnter}
      onSubmit={(event) => {
        event.preventDefault()
        split.mutate()
      }}
    >
      <TextInput
        label={words.splitName}
        description={words.chosen(chosen.length)}
        value={name}
        maxLength={500}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={split.isPending} disabled={name.trim() === ''}>
        {words.splitGo}
      </Button>
      <ProblemNote problem={split.error} />
    </form>
  )
}
