import { useComputedColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { SankeyChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Answer } from '../../api.ts'
import { useLanguage, useWords } from '../../language.tsx'
import { flowOption, moveAt } from './flow-option.ts'
import type { JourneysSearch } from './url-state.ts'
import { WORDS } from './words.ts'

use([SankeyChart, TooltipComponent, CanvasRenderer])

/** The bands; a click on one opens its posts. Keyboards and screen readers have the table of the same numbers. */
export function FlowChart(props: {
  slice: JourneysSearch
  flows: Answer<'GET /journeys'>['flows']
}) {
  const { slice, flows } = props
  const words = useWords(WORDS)
  const { language } = useLanguage()
  const scheme = useComputedColorScheme()
  const navigate = useNavigate()
  const frame = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the scheme changes
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const style = getComputedStyle(element)
    const chart = init(element)
    chart.setOption(
      flowOption(flows, language, (name) => style.getPropertyValue(`--${name}`).trim()),
    )
    chart.on('click', (event) => {
      const move = moveAt(event)
      if (move !== undefined) navigate({ to: '/listening', search: { ...slice, move } })
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [flows, language, scheme, slice, navigate])
  return <div ref={frame} className="flow-frame" role="img" aria-label={words.chartLabel} />
}
