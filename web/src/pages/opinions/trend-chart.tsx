import { useComputedColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../../language.tsx'
import type { OpinionInFull } from '../../terms.ts'
import { everyDay, trendOption } from './trend-option.ts'
import { WORDS } from './words.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer])

/** The bars; a click on one opens its posts. Keyboards and screen readers have the table of the same numbers. */
export function TrendChart(props: { opinion: string; days: OpinionInFull['days'] }) {
  const { opinion, days } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const scheme = useComputedColorScheme()
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the scheme changes
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const shown = everyDay(days)
    const style = getComputedStyle(element)
    const chart = init(element)
    chart.setOption(
      trendOption(shown, language, (name) => style.getPropertyValue(`--${name}`).trim()),
    )
    chart.on('click', ({ dataIndex }) => {
      const day = shown[dataIndex]?.day
      if (day !== undefined) navigate({ to: '/listening', search: { opinion, from: day, to: day } })
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [days, language, scheme, opinion, navigate])
  return <div ref={frame} className="opinion-trend" role="img" aria-label={words.chartLabel} />
}
