import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatCount, formatDay, formatShortDay } from '../../format.ts'
import { VOICE_WORDS } from '../../parts/voice-words.ts'
import type { InterfaceLanguage, OpinionInFull } from '../../terms.ts'
import { WORDS } from './words.ts'

export type TrendOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption
>
type Days = OpinionInFull['days']

const DAY_MS = 86_400_000

/** Every day from the first to the last, those without posts with 0. */
export function everyDay(days: Days): Days {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = new Map(days.map((day) => [day.day, day]))
  const filled: Days = []
  for (let at = Date.parse(first.day); at <= Date.parse(last.day); at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    filled.push(known.get(day) ?? { day, posts: 0, voices: first.voices === null ? null : 0 })
  }
  return filled
}

/** One bar of posts a day, and their voices as a line where they are counted. */
export function trendOption(
  days: Days,
  language: InterfaceLanguage,
  colour: (name: string) => string,
): TrendOption {
  const label = { color: colour('ink-soft'), fontSize: 11 }
  const line = { lineStyle: { color: colour('line') } }
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: 4, top: 8, bottom: 2, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      backgroundColor: colour('sheet'),
      borderColor: colour('line'),
      textStyle: { color: colour('ink'), fontSize: 12 },
      valueFormatter: (value) => formatCount(Number(value), language),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day),
      axisLabel: { ...label, formatter: (day: string) => formatShortDay(day, language) },
      axisLine: line,
      axisTick: { show: false },
      axisPointer: { label: { formatter: ({ value }) => formatDay(String(value), language) } },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: label, splitLine: line },
    series: [
      {
        type: 'bar',
        name: WORDS[language].posts,
        data: days.map(({ posts }) => posts),
        itemStyle: { color: colour('accent') },
        barMaxWidth: 28,
        cursor: 'pointer',
      },
      ...(days.some(({ voices }) => voices === null) ? [] : [voicesSeries(days, language, colour)]),
    ],
  }
}

function voicesSeries(
  days: Days,
  language: InterfaceLanguage,
  colour: (name: string) => string,
): LineSeriesOption {
  return {
    type: 'line',
    name: VOICE_WORDS[language].voices,
    data: days.map(({ voices }) => voices),
    lineStyle: { color: colour('ink'), width: 1.5 },
    itemStyle: { color: colour('ink') },
    symbolSize: 4,
    silent: true,
  }
}
