import { Button } from '@mantine/core'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { toast } from '@/components/toast'
import { t } from '@/lib/text'
import { asCsv, download } from './csv'
import type { Filters } from './filters'
import { fetchAll } from './use-my-work'

/** All that match the filters, not only what is loaded. */
export function ExportButton({ filters }: { filters: Filters }) {
  const [loaded, setLoaded] = useState<number>()
  const run = async () => {
    setLoaded(0)
    try {
      const all = await fetchAll(filters, setLoaded)
      download('my-work.csv', asCsv(all))
      toast(t('myWork.exported', { n: all.length }))
    } catch (error) {
      toast(t('myWork.exportFailed', { reason: error instanceof Error ? error.message : String(error) }), {
        tone: 'bad',
      })
    } finally {
      setLoaded(undefined)
    }
  }
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<Download size={14} aria-hidden />}
      aria-disabled={loaded !== undefined || undefined}
      onClick={() => loaded === undefined && void run()}
    >
      {loaded === undefined ? t('myWork.export') : t('myWork.exporting', { n: loaded })}
    </Button>
  )
}
