import { NativeSelect } from '@mantine/core'
import { t } from '@/lib/text'
import classes from './create.module.css'
import { FIELDS, type Field } from './csv-columns'
import type { CsvFile } from './csv-file'
import type { CsvChecking, Settings } from './use-csv-check'
import { PRIORITIES } from './values'

interface CsvColumnsProps {
  checking: CsvChecking
  file: CsvFile
  settings: Settings
}

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** What the columns mean, as guessed and as told. */
export function CsvColumns({ checking, file, settings }: CsvColumnsProps) {
  const first = file.rows[0]?.cells ?? []
  const options = first.map((name, column) => ({
    value: String(column),
    label:
      settings.header && name.trim() !== ''
        ? t('create.csv.columnNamed', { n: column + 1, name: name.trim() })
        : t('create.csv.column', { n: column + 1 }),
  }))
  const map = (field: Field, value: string) => {
    const { [field]: _, ...rest } = settings.columns
    checking.setSettings({ ...settings, columns: value === '' ? rest : { ...rest, [field]: Number(value) } })
  }
  return (
    <section className={classes['section']} aria-label={t('create.csv.columns')}>
      <div className={classes['sectionHead']}>
        <h3>{t('create.csv.columns')}</h3>
        <label className={classes['check']}>
          <input
            type="checkbox"
            checked={settings.header}
            onChange={(event) => checking.setSettings({ ...settings, header: event.currentTarget.checked })}
          />
          {t('create.csv.header')}
        </label>
      </div>
      <div className={classes['columns']}>
        {FIELDS.map((field) => (
          <NativeSelect
            key={field}
            size="xs"
            label={t(`create.field.${field}`)}
            data={[{ value: '', label: t('create.csv.noColumn') }, ...options]}
            value={settings.columns[field] === undefined ? '' : String(settings.columns[field])}
            onChange={(event) => map(field, event.currentTarget.value)}
          />
        ))}
        {settings.columns.priority === undefined && (
          <NativeSelect
            size="xs"
            label={t('create.csv.everyPriority')}
            data={[...PRIORITIES]}
            value={settings.priority}
            onChange={(event) => {
              const priority = PRIORITIES.find((it) => it === event.currentTarget.value)
              if (priority) checking.setSettings({ ...settings, priority })
            }}
          />
        )}
        <NativeSelect
          size="xs"
          label={t('create.csv.separator')}
          data={Object.entries(SEPARATORS).map(([value, name]) => ({
            value,
            label: t(`create.csv.separator.${name}`),
          }))}
          value={file.separator}
          onChange={(event) => checking.setSeparator(event.currentTarget.value)}
        />
      </div>
    </section>
  )
}
