import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../api.ts'
import { STAGES } from '../../filters.ts'
import { formatCount } from '../../format.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { Stage } from '../../terms.ts'
import {
  type LoopBand,
  type LoopFlow,
  type LoopNode,
  layOutLoop,
  NODE_WIDTH,
} from './loop-layout.ts'
import { endingName, STAY_WORDS, sayDays } from './stay-words.ts'
import type { JourneysSearch } from './url-state.ts'

type Chain = Answer<'GET /journeys/chain'>

/** The flow as a sankey that closes; a click on a band lists the people behind it, as the table below does. */
export function Loop({ chain, search }: { chain: Chain; search: JourneysSearch }) {
  const words = useWords(STAY_WORDS)
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new ResizeObserver(() => setWidth(Math.max(300, element.clientWidth)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const stays = Object.fromEntries(
    chain.stages.map(({ stage, stays }) => [stage, stays]),
  ) as Record<Stage, number>
  const loop = layOutLoop(stays, flowsOf(chain), width)
  return (
    <div ref={frame} className="loop-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links is no form */}
      <svg
        width={loop.width}
        height={loop.height}
        viewBox={`0 0 ${loop.width} ${loop.height}`}
        role="group"
        aria-label={words.flowLabel}
      >
        {loop.bands.map((band) => (
          <Band key={`${band.from}-${band.to}`} {...{ band, chain, search }} />
        ))}
        {loop.nodes.map((node) => (
          <Node key={node.stage} {...{ node, width: loop.width, stays: stays[node.stage] }} />
        ))}
        {loop.bands.map((band) => (
          <BandDays key={`${band.from}-${band.to}`} {...{ band, chain }} />
        ))}
      </svg>
    </div>
  )
}

function flowsOf(chain: Chain): LoopFlow[] {
  return chain.ways.flatMap(({ from, to, stays }) => {
    const stage = STAGES.find((one) => one === to)
    return stage === undefined ? [] : [{ from, to: stage, stays }]
  })
}

const wayOf = (chain: Chain, band: LoopFlow) =>
  chain.ways.find(({ from, to }) => from === band.from && to === band.to)

function Band(props: { band: LoopBand; chain: Chain; search: JourneysSearch }) {
  const { band, chain, search } = props
  const words = useWords(STAY_WORDS)
  const { language } = useLanguage()
  const days = wayOf(chain, band)?.days ?? null
  const name = words.band(
    ...([STAGE_WORDS[band.from][language], endingName(band.to, language), band.stays] as const),
    days === null ? '' : sayDays(days.days, language),
  )
  return (
    <Link
      to="/journeys"
      search={{ ...search, stage: band.from, ending: band.to }}
      resetScroll={false}
      aria-label={name}
      data-stage={band.from}
      data-way={band.way}
      className="loop-band"
    >
      <title>{name}</title>
      <path className="loop-line" d={band.path} strokeWidth={Math.max(1, band.thickness)} />
      <path className="loop-tip" d={band.tip} />
    </Link>
  )
}

function Node({ node, width, stays }: { node: LoopNode; width: number; stays: number }) {
  const { language } = useLanguage()
  const isFirst = node.x < width * 0.2
  const isLast = node.x > width * 0.8
  // At the edges names begin or end with their bar, so that they stay inside a telephone.
  const anchor = isFirst ? 'start' : isLast ? 'end' : 'middle'
  const x = isFirst ? Math.max(2, node.x - 24) : isLast ? width - 2 : node.x + NODE_WIDTH / 2
  return (
    <g data-stage={node.stage} aria-hidden>
      <rect className="loop-node" x={node.x} y={node.y} width={NODE_WIDTH} height={node.height} />
      <text className="loop-name" x={x} y={node.y - 20} textAnchor={anchor}>
        {STAGE_WORDS[node.stage][language]}
      </text>
      <text className="loop-count" x={x} y={node.y - 6} textAnchor={anchor}>
        {formatCount(stays, language)}
      </text>
    </g>
  )
}

function BandDays({ band, chain }: { band: LoopBand; chain: Chain }) {
  const { language } = useLanguage()
  const days = wayOf(chain, band)?.days ?? null
  if (days === null) return null
  return (
    <text
      className="loop-days"
      x={band.label.x}
      y={band.label.y + 4}
      textAnchor="middle"
      aria-hidden
    >
      {sayDays(days.days, language)}
    </text>
  )
}
