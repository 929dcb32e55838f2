import { PriorityBadge } from '@/components/badges'
import { Time } from '@/components/time'
import { t } from '@/lib/text'
import { duration } from '@/lib/time'
import classes from './create.module.css'
import type { CheckedRow, NewTask } from './csv-check'
import { type Columns, FIELDS, type Field } from './csv-columns'

const SAMPLE = 20

/** The first rows as the tasks that they become. */
export function CsvSample({ rows, columns }: { rows: readonly CheckedRow[]; columns: Columns }) {
  const sample = rows.slice(0, SAMPLE)
  const fields = FIELDS.filter((it) => it === 'title' || it === 'priority' || columns[it] !== undefined)
  const label = t('create.csv.sample', { n: sample.length })
  return (
    <section className={classes['section']} aria-label={label}>
      <h3>{label}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <div className={classes['scroll']} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{t('create.csv.line')}</th>
              {fields.map((it) => (
                <th key={it}>{t(`create.field.${it}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ row, task, faults }) => (
              <tr key={row.line} data-bad={task === undefined || undefined}>
                <td>{row.line}</td>
                {task ? (
                  fields.map((it) => (
                    <td key={it}>
                      <Cell field={it} task={task} />
                    </td>
                  ))
                ) : (
                  <td colSpan={fields.length}>
                    {t('create.csv.faultyRow')}: {faults.map((it) => t(it.cause, it.values)).join('; ')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Cell({ field, task }: { field: Field; task: NewTask }) {
  switch (field) {
    case 'title':
      return task.title
    case 'priority':
      return <PriorityBadge priority={task.priority} />
    case 'queue':
      return task.queue ?? 'default'
    case 'category':
      return task.category
    case 'skills':
      return task.requiredSkills?.join(', ')
    case 'due':
      return task.dueAt && <Time at={task.dueAt} />
    case 'estimate':
      return task.estimateSeconds && duration(task.estimateSeconds)
    case 'details':
      return <span className={classes['found']}>{task.description}</span>
  }
}
