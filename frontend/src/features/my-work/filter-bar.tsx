import { Button } from '@mantine/core'
import { useState } from 'react'
import { t } from '@/lib/text'
import { type Filters, isFiltered, LONGEST_TEXT, NO_FILTERS, OUTCOMES } from './filters'
import classes from './my-work.module.css'

interface FilterBarProps {
  filters: Filters
  change: (filters: Partial<Filters>) => void
}

export function FilterBar({ filters, change }: FilterBarProps) {
  return (
    <search className={classes['filters']} aria-label={t('myWork.filters')}>
      <label>
        {t('myWork.outcome')}
        <select
          value={filters.outcome ?? ''}
          onChange={(event) => change({ outcome: OUTCOMES.find((it) => it === event.currentTarget.value) })}
        >
          <option value="">{t('myWork.outcome.all')}</option>
          {OUTCOMES.map((it) => (
            <option key={it} value={it}>
              {t(`state.${it}`)}
            </option>
          ))}
        </select>
      </label>
      <Day label={t('myWork.from')} value={filters.from} change={(from) => change({ from })} />
      <Day label={t('myWork.to')} value={filters.to} change={(to) => change({ to })} />
      <Words key={filters.text} value={filters.text} change={(text) => change({ text })} />
      {isFiltered(filters) && (
        <Button variant="subtle" size="sm" onClick={() => change(NO_FILTERS)}>
          {t('myWork.clear')}
        </Button>
      )}
    </search>
  )
}

interface DayProps {
  label: string
  value: string | undefined
  change: (value: string | undefined) => void
}

function Day({ label, value, change }: DayProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => change(event.currentTarget.value || undefined)}
      />
    </label>
  )
}

/** Searched for once Enter is pressed or the field is left: each search reads the whole history. */
function Words({ value, change }: Omit<DayProps, 'label'>) {
  const [text, setText] = useState(value ?? '')
  const search = () => {
    if (text.trim() !== (value ?? '')) change(text.trim() || undefined)
  }
  return (
    <label className={classes['words']}>
      {t('myWork.text')}
      <input
        type="search"
        value={text}
        maxLength={LONGEST_TEXT}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={search}
        onKeyDown={(event) => event.key === 'Enter' && search()}
      />
    </label>
  )
}
