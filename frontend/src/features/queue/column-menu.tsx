import { Button } from '@mantine/core'
import { Columns3 } from 'lucide-react'
import { Dropdown } from '@/components/dropdown'
import type { Column } from '@/components/live-table'
import { t } from '@/lib/text'
import { type ColumnChoice, isOptional } from './column-choice'
import classes from './queue.module.css'
import type { Row } from './rows'

interface ColumnMenuProps {
  columns: readonly Column<Row>[]
  choice: ColumnChoice
}

/** Which columns the list shows. */
export function ColumnMenu({ columns, choice }: ColumnMenuProps) {
  return (
    <Dropdown
      label={t('queue.columns')}
      width={240}
      target={(props) => (
        <Button
          variant="default"
          className={classes['columnsButton'] ?? ''}
          leftSection={<Columns3 size={14} aria-hidden />}
          {...props}
        >
          {t('queue.columns')}
        </Button>
      )}
    >
      <fieldset className={classes['columns']}>
        <legend className="visually-hidden">{t('queue.columns')}</legend>
        {columns.map(({ key, header }) =>
          isOptional(key) ? (
            <label key={key}>
              <input
                type="checkbox"
                checked={choice.shown.includes(key)}
                onChange={() => choice.toggle(key)}
              />
              {header}
            </label>
          ) : null,
        )}
        <Button variant="subtle" size="compact-xs" disabled={!choice.chosen} onClick={choice.reset}>
          {t('queue.columns.reset')}
        </Button>
      </fieldset>
    </Dropdown>
  )
}
