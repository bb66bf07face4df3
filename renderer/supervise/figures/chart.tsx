/** One chart, with the same in words for whom it shows nothing, and its numbers beneath for whoever wants them. */
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { chartWords } from '../../words/period.ts'

/** `seriesName`: which line or bars; `dataIndex`: the how manieth of them. */
export type Pressed = { name: string; value: unknown; seriesName?: string; dataIndex: number }

type Props = {
  title: string
  /** What the chart shows, in a sentence. */
  says: string
  option: EChartsCoreOption
  height?: number
  /** A part of it was pressed. */
  onPress?: (part: Pressed) => void
  /** The numbers, as a table. */
  children: ReactNode
}

export function Chart({ title, says, option, height = 260, onPress, children }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  useEffect(() => {
    let gone = false
    let made: EChartsType | undefined
    void import('./echarts.ts').then(({ init }) => {
      if (gone || place.current === null) return
      made = init(place.current, null, { renderer: 'svg', locale: 'ZH' })
      setChart(made)
    })
    return () => {
      gone = true
      made?.dispose()
    }
  }, [])
  useEffect(() => chart?.setOption({ ...look, ...option }, { notMerge: true }), [chart, option])
  useEffect(() => {
    if (chart === null || onPress === undefined) return
    const pressed = (part: unknown) => onPress(part as Pressed)
    chart.on('click', pressed)
    return () => void chart.off('click', pressed)
  }, [chart, onPress])
  useEffect(() => {
    if (chart === null || place.current === null) return
    const seen = new ResizeObserver(() => chart.resize())
    seen.observe(place.current)
    return () => seen.disconnect()
  }, [chart])
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        <p>{says}</p>
      </figcaption>
      <div ref={place} className="chart-drawn" role="img" aria-label={`${title}：${says}`} style={{ height }} />
      <details>
        <summary>{chartWords.numbers}</summary>
        {children}
      </details>
    </figure>
  )
}

const look = {
  animation: false,
  color: ['#33475b', '#b9772b', '#2f6b3a', '#8f1d22', '#7d8794'],
  textStyle: { fontFamily: "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif", fontSize: 14 },
}
