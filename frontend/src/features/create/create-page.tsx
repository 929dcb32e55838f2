import { useState } from 'react'
import { Page } from '@/components/page'
import { t } from '@/lib/text'
import classes from './create.module.css'
import type { Tab } from './create-anywhere'
import { CreateTabs } from './create-tabs'

export default function CreatePage() {
  const [tab, setTab] = useState<Tab>('one')
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState(0)
  return (
    <Page title={t('create.title')} lead={t('create.lead')}>
      <div className={classes['sheet']} data-wide={tab === 'csv' || undefined}>
        <CreateTabs
          key={round}
          tab={tab}
          show={setTab}
          created={() => setRound(round + 1)}
          busy={busy}
          setBusy={setBusy}
        />
      </div>
    </Page>
  )
}
