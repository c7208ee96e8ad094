import { Button, Checkbox, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { askPages, call } from '../../client.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import { guardEnter } from '../../parts/keys.ts'
import { LoadMore } from '../../parts/load-more.tsx'
import { Post } from '../../parts/post.tsx'
import { ProblemNote } from '../../parts/problem.tsx'
import { WORDS as COMMON } from '../../parts/words.ts'
import type { Activity, OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

/** The most typical posts, copies folded, or all of them; writers choose some to split them off. */
export function Examples(props: {
  opinion: OpinionInFull
  open: (id: string) => void
  isWriter: boolean
}) {
  const { opinion, open, isWriter } = props
  const words = useWords(WORDS)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isAll, setAll] = useState(false)
  const isChoosing = isWriter && opinion.posts > 1
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <section className="stack-tight" aria-labelledby="opinion-typical">
      <div className="row spread">
        <h2 id="opinion-typical">{isAll ? words.allTitle : words.typical}</h2>
        <button type="button" className="link-button small" onClick={() => setAll(!isAll)}>
          {isAll ? words.showTypical : words.showAll(opinion.posts)}
        </button>
      </div>
      {isChoosing && <SplitForm opinion={opinion} chosen={chosen} done={() => setChosen([])} />}
      {isAll ? (
        <AllPosts
          opinion={opinion.id}
          open={open}
          choice={isChoosing ? { chosen, toggle } : undefined}
        />
      ) : (
        <ul className="bare-list sheet posts">
          {opinion.examples.map((example) => (
            <li key={example.activity.id} className="opinion-example">
              {isChoosing && <PostChoice post={example.activity} chosen={chosen} toggle={toggle} />}
              <Example example={example} open={open} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface Choice {
  chosen: readonly string[]
  toggle: (id: string) => void
}

function PostChoice({ post, chosen, toggle }: Choice & { post: Activity }) {
  const words = useWords(WORDS)
  return (
    <Checkbox
      m={8}
      checked={chosen.includes(post.id)}
      onChange={() => toggle(post.id)}
      aria-label={words.choosePost(post.actor.name)}
    />
  )
}

/** Every post, newest first, page by page, narrowed by words. What was chosen stays chosen. */
function AllPosts(props: {
  opinion: string
  open: (id: string) => void
  choice: Choice | undefined
}) {
  const { opinion, open, choice } = props
  const words = useWords(WORDS)
  const common = useWords(COMMON)
  const [q, setQ] = useState('')
  const [sought, setSought] = useState('')
  const query = sought === '' ? { opinion } : { opinion, q: sought }
  const pages = useInfiniteQuery(askPages('GET /activities', { query }))
  const posts = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="stack-tight">
      <form
        onKeyDown={guardEnter}
        onSubmit={(event) => {
          event.preventDefault()
          setSought(q.trim())
        }}
      >
        <TextInput
          type="search"
          label={common.search}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </form>
      {pages.data === undefined && <Awaiting query={pages} />}
      {pages.data !== undefined && posts.length === 0 && (
        <p className="soft" role="status">
          {words.noPosts}
        </p>
      )}
      <ul className="bare-list sheet posts">
        {posts.map((post) => (
          <li key={post.id} className="opinion-example">
            {choice !== undefined && <PostChoice post={post} {...choice} />}
            <div>
              <Post activity={post} open={open} sought={sought} />
            </div>
          </li>
        ))}
      </ul>
      {posts.length > 0 && <LoadMore pages={pages} />}
    </div>
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
