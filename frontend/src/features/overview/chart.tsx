import 'uplot/dist/uPlot.min.css'
import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import UPlot from 'uplot'
import { usePreference } from '@/lib/preferences'
import { number, t } from '@/lib/text'
import { shortTime } from '@/lib/time'
import { optionsOf, STROKES } from './chart-options'
import type { Bucket } from './flow'
import classes from './overview.module.css'

export type Line = Exclude<keyof Bucket, 'at'>

interface ChartProps {
  title: string
  buckets: readonly Bucket[]
  lines: readonly Line[]
}

/** Lines over time. Lines differ by colour and by dashes; the legend reads what is under the pointer, or the last. */
export default function Chart({ title, buckets, lines }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<UPlot>(undefined)
  const [pointed, setPointed] = useState<number>()
  const heading = useId()
  const scheme = useComputedColorScheme('light')
  const zone = usePreference('zone')
  const clock = usePreference('clock')
  const data = useMemo(() => dataOf(buckets, lines), [buckets, lines])

  // biome-ignore lint/correctness/useExhaustiveDependencies: new data is set below; colours and clock are read when it is drawn
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const options = optionsOf(element, lines.length, (index) => setPointed(index))
    const made = new UPlot(options, data, element)
    plot.current = made
    const resize = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: options.height }),
    )
    resize.observe(element)
    return () => {
      resize.disconnect()
      made.destroy()
    }
  }, [lines, scheme, zone, clock])

  useEffect(() => plot.current?.setData(data), [data])

  const shown = buckets[pointed ?? buckets.length - 1]
  return (
    <figure className={classes['chart']} aria-labelledby={heading}>
      <figcaption id={heading}>{title}</figcaption>
      <ul className={classes['legend']}>
        {lines.map((line, index) => (
          <li key={line}>
            <svg width="22" height="8" aria-hidden>
              <line
                x1="0"
                x2="22"
                y1="4"
                y2="4"
                stroke={`var(${STROKES[index]?.color})`}
                strokeWidth="2"
                strokeDasharray={STROKES[index]?.dash.join(' ')}
              />
            </svg>
            {t(`overview.line.${line}`)} <b>{inWords(shown?.[line])}</b>
          </li>
        ))}
        {shown && <li>{shortTime(shown.at, Date.now())}</li>}
      </ul>
      <div ref={frame} role="img" aria-label={summary(title, buckets, lines)} />
    </figure>
  )
}

function dataOf(buckets: readonly Bucket[], lines: readonly Line[]): UPlot.AlignedData {
  return [buckets.map((it) => it.at / 1000), ...lines.map((line) => buckets.map((it) => it[line]))]
}

const inWords = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : number(value)

function summary(title: string, buckets: readonly Bucket[], lines: readonly Line[]): string {
  const parts = lines.map((line) => {
    const values = buckets.map((it) => it[line]).filter((it) => it !== null)
    return t('overview.chart.line', {
      line: t(`overview.line.${line}`),
      last: inWords(values.at(-1)),
      most: inWords(values.length > 0 ? Math.max(...values) : undefined),
    })
  })
  return `${title}. ${parts.join(' ')}`
}
