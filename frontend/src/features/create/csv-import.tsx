import { Button } from '@mantine/core'
import { useState } from 'react'
import { Loading } from '@/components/states'
import { number, t } from '@/lib/text'
import classes from './create.module.css'
import type { CheckedRow } from './csv-check'
import { CsvColumns } from './csv-columns-form'
import { CsvFaults } from './csv-faults'
import { fileOf } from './csv-file'
import { CsvPick } from './csv-pick'
import { CsvProgress } from './csv-progress'
import { CsvSample } from './csv-sample'
import { type CsvChecking, type Source, useCsvCheck } from './use-csv-check'
import { useCsvRun } from './use-csv-run'

/** Many tasks from a file: choose, see what it makes, create. */
export function CsvImport({ setBusy }: { setBusy: (busy: boolean) => void }) {
  const [source, setSource] = useState<Source>()
  return source === undefined ? (
    <CsvPick choose={setSource} />
  ) : (
    <CsvFile source={source} again={() => setSource(undefined)} setBusy={setBusy} />
  )
}

interface CsvFileProps {
  source: Source
  again: () => void
  setBusy: (busy: boolean) => void
}

function CsvFile({ source, again, setBusy }: CsvFileProps) {
  const checking = useCsvCheck(source)
  const running = useCsvRun(setBusy)
  const { file, settings, checked } = checking
  const another = (
    <Button variant="default" onClick={again}>
      {t('create.csv.another')}
    </Button>
  )
  if (file === undefined || settings === undefined || checked === undefined) {
    return <Loading what={t('create.csv.checking', { name: source.name })} rows={8} />
  }
  if (checked.length === 0) {
    return (
      <p className={classes['summary']}>
        <span role="status">{t('create.csv.empty', { name: source.name })}</span>
        {another}
      </p>
    )
  }
  const bad = checked.filter((it) => it.task === undefined)
  if (running.work !== undefined) {
    return (
      <CsvProgress
        running={running}
        bad={bad.length}
        another={another}
        download={<Download {...{ checking, bad }} />}
      />
    )
  }
  const good = checked.length - bad.length
  return (
    <div className={classes['form']}>
      <p className={classes['summary']} role="status">
        <strong>{t('create.csv.found', { n: checked.length, name: source.name })}</strong>
        <span className={classes['good']}>{t('create.csv.good', { n: good })}</span>
        {bad.length > 0 && <span className={classes['bad']}>{t('create.csv.bad', { n: bad.length })}</span>}
      </p>
      <CsvColumns checking={checking} file={file} settings={settings} />
      <CsvFaults checking={checking} bad={bad} download={<Download {...{ checking, bad }} />} />
      <CsvSample rows={checked} columns={settings.columns} />
      <div className={classes['foot']}>
        {another}
        {good === 0 ? (
          <p className={classes['error']}>{t('create.csv.noneGood')}</p>
        ) : (
          <Button size="sm" onClick={() => void running.start(file, checked)}>
            {bad.length === 0
              ? t('create.csv.createAll', { n: good })
              : t('create.csv.createGood', { n: good, bad: number(bad.length) })}
          </Button>
        )}
      </div>
    </div>
  )
}

function Download({
  checking: { file, settings },
  bad,
}: {
  checking: CsvChecking
  bad: readonly CheckedRow[]
}) {
  if (file === undefined || bad.length === 0) return null
  const save = () => {
    const header = settings?.header ? file.rows[0] : undefined
    const text = fileOf(bad, header, file, {
      title: t('create.csv.faultColumn'),
      fault: (it) => it.faults.map((fault) => t(fault.cause, fault.values)).join('; '),
    })
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = `${file.name.replace(/\.\w+$/, '')}-bad-rows.csv`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="default" onClick={save}>
      {t('create.csv.download', { n: bad.length })}
    </Button>
  )
}
