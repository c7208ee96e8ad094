import type { SankeySeriesOption } from 'echarts/charts'
import type { TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Answer } from '../../api.ts'
import { MOVE_KINDS, oneOf, STAGES } from '../../filters.ts'
import { STAGE_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage, MoveKind, StageOrNone } from '../../terms.ts'
import { WORDS } from './words.ts'

type Flows = Answer<'GET /journeys'>['flows']
export type FlowOption = ComposeOption<SankeySeriesOption | TooltipComponentOption>

export function stageName(stage: StageOrNone, language: InterfaceLanguage): string {
  return stage === 'none' ? WORDS[language].first : STAGE_WORDS[stage][language]
}

export function moveName(move: MoveKind, language: InterfaceLanguage): string {
  const [from, to] = move.split('-') as [StageOrNone, StageOrNone]
  const arrow = language === 'ja' ? '→' : ' → '
  const name = `${stageName(from, language)}${arrow}${stageName(to, language)}`
  return from === to ? `${name} (${WORDS[language].turn})` : name
}

const LEFT: StageOrNone[] = ['none', ...STAGES]

/** Moves as bands from the stage before (left) to the stage after (right), in the order of the cycle. */
export function flowOption(
  flows: Flows,
  language: InterfaceLanguage,
  colour: (name: string) => string,
): FlowOption {
  const used = (side: 'from' | 'to', stage: StageOrNone) =>
    flows.some((flow) => flow[side] === stage)
  const node = (side: 'from' | 'to', stage: StageOrNone) => ({
    name: `${side} ${stage}`,
    depth: side === 'from' ? 0 : 1,
    itemStyle: { color: colour(`stage-${stage}`) },
    label: {
      position: side === 'from' ? ('right' as const) : ('left' as const),
      formatter: stageName(stage, language),
    },
  })
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    tooltip: {
      // Drawn on the canvas: no outside markup, nothing for the Content-Security-Policy to object to.
      renderMode: 'richText',
      backgroundColor: colour('sheet'),
      borderColor: colour('line'),
      textStyle: { color: colour('ink'), fontSize: 12 },
      formatter: (about) => sayFlow(about, flows, language),
    },
    series: {
      type: 'sankey',
      left: 4,
      right: 4,
      top: 8,
      bottom: 8,
      nodeWidth: 10,
      nodeGap: 14,
      // In the order of the cycle, not in the one that crosses least.
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: 'adjacency' },
      data: [
        ...LEFT.filter((stage) => used('from', stage)).map((stage) => node('from', stage)),
        ...STAGES.filter((stage) => used('to', stage)).map((stage) => node('to', stage)),
      ],
      links: flows.map(({ move, from, to, moves }) => ({
        id: move,
        source: `from ${from}`,
        target: `to ${to}`,
        value: moves,
      })),
      label: {
        color: colour('ink'),
        fontSize: 12,
        textBorderColor: colour('sheet'),
        textBorderWidth: 3,
      },
      lineStyle: { color: 'gradient', opacity: 0.45, curveness: 0.5 },
    },
  }
}

/** Which move a band stands for; undefined for anything else of the chart. */
export function moveAt(about: unknown): MoveKind | undefined {
  const data = (about as { dataType?: unknown; data?: { id?: unknown } }) ?? {}
  return data.dataType === 'edge' ? oneOf(MOVE_KINDS, data.data?.id) : undefined
}

function sayFlow(about: unknown, flows: Flows, language: InterfaceLanguage): string {
  const move = moveAt(about)
  const flow = flows.find((one) => one.move === move)
  return flow === undefined ? '' : WORDS[language].moves(moveName(flow.move, language), flow.moves)
}
