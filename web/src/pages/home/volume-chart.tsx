import { useComputedColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../../language.tsx'
import type { Slice } from './page.tsx'
import type { Overview } from './sentences.ts'
import { dayAndSentimentAt, volumeOption } from './volume-option.ts'
import { WORDS } from './words.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** The bars; a click on one opens its posts. Keyboards and screen readers have the table of the same numbers. */
export function VolumeChart(props: {
  slice: Slice
  days: Overview['days']
  voicesOn: ReadonlyMap<string, number> | null
}) {
  const { slice, days, voicesOn } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const scheme = useComputedColorScheme()
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the scheme changes
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const chart = init(element)
    chart.setOption(volumeOption(days, voicesOn, language, colourOf(element)))
    chart.on('click', (event) => {
      const at = dayAndSentimentAt(days, event.dataIndex, event.seriesId)
      if (at === undefined) return
      const { day, sentiment } = at
      navigate({ to: '/listening', search: { ...slice, from: day, to: day, sentiment } })
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [days, voicesOn, language, scheme, slice, navigate])
  return <div ref={frame} className="volume-frame" role="img" aria-label={words.chartLabel} />
}

/** Reads a colour of colours.css as it is now. */
function colourOf(element: Element): (name: string) => string {
  const style = getComputedStyle(element)
  return (name) => style.getPropertyValue(`--${name}`).trim()
}
