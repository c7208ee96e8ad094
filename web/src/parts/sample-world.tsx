import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, call } from '../client.ts'
import { useWords } from '../language.tsx'
import { mayManage, useSession } from '../session.ts'
import { defineWords } from '../words.ts'
import { Loading } from './page.tsx'
import { ProblemNote } from './problem.tsx'

const WORDS = defineWords({
  title: { ja: 'まず試してみる', en: 'Try it first' },
  text: {
    ja: '架空の飲み物家電メーカーをめぐる、約2,000人・180日分の会話を読み込めます。日本語と英語、競合や報道、購入の記録も含みます。試し終わったら、本番は別のワークスペースで始めてください。',
    en: 'Load the talk of about 2,000 people over 180 days around an invented maker of kettles and coffee gear: Japanese and English, with competitors, press and purchases. Start your real work in another workspace.',
  },
  load: { ja: 'サンプルを読み込む', en: 'Load the sample world' },
  growing: {
    ja: 'サンプルの世界をつくっています。10秒ほどかかります。',
    en: 'The sample world is growing. It takes about ten seconds.',
  },
  failed: {
    ja: 'サンプルをつくれませんでした。もう一度お試しください。続くときは、サーバーのログを確認してください。',
    en: 'The sample world could not be made. Try again; if it keeps failing, look at the server’s log.',
  },
  loaded: { ja: '取り込みの進み具合を見る', en: 'See the imports run' },
})

const POLL_MS = 1_000

/** Offers the sample world to whoever may load it, while nothing has been heard yet. */
export function SampleWorld() {
  const session = useSession()
  return mayManage(session) ? <Offer /> : null
}

function Offer() {
  const words = useWords(WORDS)
  const client = useQueryClient()
  const asked = ask('GET /world', {})
  const world = useQuery({
    ...asked,
    refetchInterval: ({ state }) => (state.data?.state === 'growing' ? POLL_MS : false),
  })
  const load = useMutation({
    mutationFn: () => call('POST /world', {}),
    onSuccess: (answer) => client.setQueryData(asked.queryKey, answer),
  })
  const state = world.data?.state
  if (state === undefined || state === 'refused') return null
  return (
    <section className="sheet stack" aria-labelledby="sample-world">
      <h2 id="sample-world">{words.title}</h2>
      {(state === 'offered' || state === 'failed') && (
        <>
          <p>{words.text}</p>
          {state === 'failed' && (
            <p className="note" role="alert">
              {words.failed}
            </p>
          )}
          <ProblemNote problem={load.error} />
          <div>
            <Button variant="default" loading={load.isPending} onClick={() => load.mutate()}>
              {words.load}
            </Button>
          </div>
        </>
      )}
      {state === 'growing' && (
        <div>
          <Loading />
          <p className="small">{words.growing}</p>
        </div>
      )}
      {state === 'loaded' && <Link to="/import">{words.loaded}</Link>}
    </section>
  )
}
