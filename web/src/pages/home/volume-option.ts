import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type {
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { oneOf, SENTIMENTS } from '../../filters.ts'
import { formatCount, formatDay, formatShortDay } from '../../format.ts'
import { VOICE_WORDS } from '../../parts/voice-words.ts'
import { SENTIMENT_WORDS } from '../../parts/words.ts'
import type { InterfaceLanguage, Sentiment } from '../../terms.ts'
import type { Overview } from './sentences.ts'

export type VolumeOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>

/** The chart of posts per day: one bar a day, stacked by sentiment from negative up, and their voices as a line where they are counted. */
export function volumeOption(
  days: Overview['days'],
  voicesOn: ReadonlyMap<string, number> | null,
  language: InterfaceLanguage,
  colour: (name: string) => string,
): VolumeOption {
  const label = { color: colour('ink-soft'), fontSize: 11 }
  const line = { lineStyle: { color: colour('line') } }
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: 4, top: 28, bottom: 2, outerBoundsMode: 'same' },
    legend: {
      top: 0,
      right: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: colour('ink') },
    },
    tooltip: {
      trigger: 'axis',
      // Drawn on the canvas: no outside markup, nothing for the Content-Security-Policy to object to.
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
      ...[...SENTIMENTS].reverse().map((sentiment) => seriesOf(sentiment, days, language, colour)),
      ...(voicesOn === null ? [] : [voicesSeries(days, voicesOn, language, colour)]),
    ],
  }
}

function seriesOf(
  sentiment: Sentiment,
  days: Overview['days'],
  language: InterfaceLanguage,
  colour: (name: string) => string,
): BarSeriesOption {
  return {
    id: sentiment,
    type: 'bar',
    stack: 'posts',
    name: SENTIMENT_WORDS[sentiment][language],
    data: days.map(({ bySentiment }) => bySentiment[sentiment]),
    itemStyle: { color: colour(`sentiment-${sentiment}`) },
    barMaxWidth: 28,
    barCategoryGap: '25%',
    cursor: 'pointer',
  }
}

function voicesSeries(
  days: Overview['days'],
  voicesOn: ReadonlyMap<string, number>,
  language: InterfaceLanguage,
  colour: (name: string) => string,
): LineSeriesOption {
  return {
    id: 'voices',
    type: 'line',
    name: VOICE_WORDS[language].voices,
    data: days.map(({ day }) => voicesOn.get(day) ?? 0),
    lineStyle: { color: colour('ink'), width: 1.5 },
    itemStyle: { color: colour('ink') },
    symbolSize: 4,
    silent: true,
  }
}

/** What a click on a bar meant. */
export function dayAndSentimentAt(
  days: Overview['days'],
  index: number,
  seriesId: string | undefined,
): { day: string; sentiment: Sentiment } | undefined {
  const day = days[index]?.day
  const sentiment = oneOf(SENTIMENTS, seriesId)
  return day === undefined || sentiment === undefined ? undefined : { day, sentiment }
}
