import classes from './spark.module.css'

interface SparkProps {
  values: readonly number[]
  /** What it shows, for who does not see it. */
  label: string
  tone?: 'calm' | 'bad'
}

const WIDTH = 100
const HEIGHT = 24

/** The course of a figure, from zero at its foot; no axis, for its figure stands beside it. */
export function Spark({ values, label, tone = 'calm' }: SparkProps) {
  if (values.length < 2) return <svg className={classes['spark']} aria-hidden="true" />
  const top = Math.max(...values, 1)
  const points = values
    .map(
      (it, at) =>
        `${round((at / (values.length - 1)) * WIDTH)},${round(HEIGHT - (it / top) * (HEIGHT - 2) - 1)}`,
    )
    .join(' ')
  return (
    <svg
      className={classes['spark']}
      data-tone={tone}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polygon className={classes['area']} points={`0,${HEIGHT} ${points} ${WIDTH},${HEIGHT}`} />
      <polyline className={classes['line']} points={points} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 100) / 100
