import { Button, Textarea } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { t } from '@/lib/text'
import classes from './create.module.css'
import type { Source } from './use-csv-check'

const MEGABYTE = 1_048_576
const MOST = 32

/** Where the rows come from: dropped, chosen or pasted. */
export function CsvPick({ choose }: { choose: (source: Source) => void }) {
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const [refused, setRefused] = useState<string>()
  const input = useRef<HTMLInputElement>(null)

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > MOST * MEGABYTE) {
      return setRefused(t('create.csv.tooLarge', { name: file.name, n: MOST }))
    }
    try {
      const bytes = await file.arrayBuffer()
      choose({ name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) })
    } catch {
      setRefused(t('create.csv.unreadable', { name: file.name }))
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className={classes['form']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within does the same by key */}
      <div
        className={classes['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{t('create.csv.drop')}</strong>
        <Button variant="default" size="sm" onClick={() => input.current?.click()}>
          {t('create.csv.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={t('create.csv.choose')}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        <p>{t('create.csv.hint')}</p>
      </div>
      {refused && (
        <p className={classes['error']} role="alert">
          {refused}
        </p>
      )}
      <Textarea
        label={t('create.csv.paste')}
        size="sm"
        rows={4}
        spellCheck={false}
        placeholder={'title;priority;skills\nDisk 3 is failing;P2;server'}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      {pasted.trim() !== '' && (
        <div className={classes['foot']}>
          <span />
          <Button size="sm" onClick={() => choose({ name: t('create.csv.pasted'), text: pasted })}>
            {t('create.csv.check')}
          </Button>
        </div>
      )}
    </div>
  )
}
