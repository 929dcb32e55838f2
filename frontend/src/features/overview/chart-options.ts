import UPlot from 'uplot'
import { zone } from '@/lib/preferences'
import { number } from '@/lib/text'
import { timeOfDay } from '@/lib/time'

const HEIGHT = 180
const TOGETHER = 'overview'

/** One for each line of a chart, told apart without colour as well. */
export const STROKES = [
  { color: '--w-accent', dash: [] },
  { color: '--w-good', dash: [8, 3] },
  { color: '--w-bad', dash: [2, 3] },
] as const

/** How a chart of so many lines is drawn in the colours that its element has. */
export function optionsOf(
  element: HTMLElement,
  lines: number,
  pointed: (index: number | undefined) => void,
): UPlot.Options {
  const style = getComputedStyle(element)
  const ink = style.getPropertyValue('--mantine-color-dimmed')
  const rule = style.getPropertyValue('--w-line')
  const axis: UPlot.Axis = {
    stroke: ink,
    grid: { stroke: rule, width: 1 },
    ticks: { stroke: rule, width: 1, size: 4 },
    font: `11px ${style.fontFamily}`,
  }
  return {
    width: element.clientWidth,
    height: HEIGHT,
    tzDate: (at) => UPlot.tzDate(new Date(at * 1000), zone()),
    legend: { show: false },
    cursor: { sync: { key: TOGETHER }, y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_, __, most) => [0, Math.max(most * 1.1, 1)] } },
    axes: [
      { ...axis, size: 28, values: (_, times) => times.map((it) => timeOfDay(it * 1000)) },
      { ...axis, size: 44, incrs: WHOLE, values: (_, counts) => counts.map((it) => number(it)) },
    ],
    series: [
      {},
      ...STROKES.slice(0, lines).map(({ color, dash }) => ({
        stroke: style.getPropertyValue(color),
        width: 1.5,
        dash: [...dash],
        points: { show: false },
        spanGaps: false,
      })),
    ],
    hooks: { setCursor: [({ cursor }) => pointed(cursor.idx ?? undefined)] },
  }
}

/** Tasks are counted whole. */
const WHOLE = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((it) => it * 10 ** power)).flat()
