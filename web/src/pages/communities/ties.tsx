import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ask } from '../../client.ts'
import { withoutEmpty } from '../../filters.ts'
import { useWords } from '../../language.tsx'
import { Awaiting } from '../../parts/awaiting.tsx'
import type { CommunityInFull } from '../../terms.ts'
import { type Drawing, useDrawing } from './draw-ties.ts'
import { GRAPH_SIZES } from './url-state.ts'
import { WORDS } from './words.ts'

/** The picture of who is tied to whom; the table of the same people is the view beside it. */
export function Ties({ community, size }: { community: CommunityInFull; size: number }) {
  const words = useWords(WORDS)
  const navigate = useNavigate({ from: '/communities/$id' })
  const query = useQuery({
    ...ask('GET /communities/{id}/graph', {
      params: { id: community.id },
      query: { limit: String(size) },
    }),
    // It changes with the next search; drawing it anew would throw the reader back to the start.
    staleTime: 600_000,
  })
  return (
    <div className="stack">
      <div className="row row-end">
        <NativeSelect
          label={words.graphSize}
          value={String(size)}
          onChange={(event) => {
            const chosen = GRAPH_SIZES.find((one) => String(one) === event.currentTarget.value)
            navigate({
              search: withoutEmpty({ view: 'graph' as const, size: chosen }),
              resetScroll: false,
            })
          }}
          data={GRAPH_SIZES.map((one) => ({ value: String(one), label: words.graphSizeOf(one) }))}
        />
        <Link to="/communities/$id" params={{ id: community.id }} search={{ view: 'people' }}>
          {words.showTable}
        </Link>
      </div>
      {query.data === undefined ? (
        <Awaiting query={query} />
      ) : (
        <Picture graph={query.data} key={`${community.id} ${size}`} />
      )}
    </div>
  )
}

function Picture({ graph }: { graph: Parameters<typeof useDrawing>[1] }) {
  const words = useWords(WORDS)
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  const [hasFailed, setFailed] = useState(false)
  const drawing = useDrawing(frame, graph, {
    open: (id) => navigate({ to: '/people/$id', params: { id } }),
    fail: () => setFailed(true),
  })
  const { nodes, edges, people, hasAllEdges } = graph
  return (
    <>
      <p className="soft small">
        {words.graphShown(nodes.ids.length, people, edges.from.length)}{' '}
        {!hasAllEdges && words.graphWeakLeft}
      </p>
      {hasFailed ? (
        <p className="note">{words.graphNone}</p>
      ) : (
        <>
          <div ref={frame} className="ties-frame" role="img" aria-label={words.graphLabel} />
          <Zoom drawing={drawing} />
          <p className="soft small">{words.graphHint}</p>
        </>
      )}
    </>
  )
}

function Zoom({ drawing }: { drawing: React.RefObject<Drawing | null> }) {
  const words = useWords(WORDS)
  return (
    <div className="row">
      <Button variant="default" size="compact-sm" onClick={() => drawing.current?.zoomIn()}>
        {words.zoomIn}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => drawing.current?.zoomOut()}>
        {words.zoomOut}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => drawing.current?.showAll()}>
        {words.zoomAll}
      </Button>
    </div>
  )
}
