import { useState } from 'react'
import { Dialog } from '@/components/dialog'
import { t } from '@/lib/text'
import type { Tab } from './create-anywhere'
import { CreateTabs } from './create-tabs'

interface CreateDialogProps {
  tab: Tab
  show: (tab: Tab) => void
  close: () => void
}

export default function CreateDialog({ tab, show, close }: CreateDialogProps) {
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      opened
      onClose={() => {
        if (!busy) close()
      }}
      title={t('create.title')}
      size={tab === 'csv' ? 1_080 : 640}
      closeOnClickOutside={false}
    >
      <CreateTabs tab={tab} show={show} created={close} busy={busy} setBusy={setBusy} />
    </Dialog>
  )
}
