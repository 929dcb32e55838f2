import '@mantine/core/styles/Tabs.layer.css'
import { Tabs } from '@mantine/core'
import { t } from '@/lib/text'
import classes from './create.module.css'
import type { Tab } from './create-anywhere'
import { CsvImport } from './csv-import'
import { OneForm } from './one-form'

interface CreateTabsProps {
  tab: Tab
  show: (tab: Tab) => void
  created: () => void
  /** While rows are being created, nobody leaves by accident. */
  busy: boolean
  setBusy: (busy: boolean) => void
}

export function CreateTabs({ tab, show, created, busy, setBusy }: CreateTabsProps) {
  return (
    <Tabs value={tab} onChange={(to) => show(to === 'csv' ? 'csv' : 'one')} keepMounted={false}>
      <Tabs.List className={classes['tabs'] ?? ''}>
        <Tabs.Tab value="one" disabled={busy}>
          {t('create.one')}
        </Tabs.Tab>
        <Tabs.Tab value="csv">{t('create.csv')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="one">
        <OneForm created={created} />
      </Tabs.Panel>
      <Tabs.Panel value="csv">
        <CsvImport setBusy={setBusy} />
      </Tabs.Panel>
    </Tabs>
  )
}
