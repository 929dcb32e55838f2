import { Button } from '@mantine/core'
import { useState } from 'react'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { Failure } from '../states'
import { ReasonForm } from '../work/reason-form'
import classes from './dispute.module.css'
import { Said } from './said'
import { type Dispute, useDisputed, useMyDisputes } from './use-my-disputes'

/** Reports that an assignment of mine was decided wrongly, once; then shows what was said about it. */
export default function Report({ assignmentId }: { assignmentId: string }) {
  const { data, error, refetch } = useMyDisputes()
  const disputed = useDisputed()
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState<Dispute>()
  const known = data?.find((it) => it.assignmentId === assignmentId) ?? sent
  const waits = sent !== undefined && known?.answer == null
  if (data === undefined && error !== null) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <div className={classes['report']}>
      <p role="status" hidden={!waits}>
        {waits && t('dispute.sent')}
      </p>
      {known ? (
        <Said dispute={known} />
      ) : open ? (
        <ReasonForm
          name={t('dispute.report')}
          draft={`dispute ${assignmentId}`}
          label={t('dispute.reason')}
          hint={t('dispute.reason.hint')}
          submit={t('dispute.send')}
          close={() => setOpen(false)}
          send={async (reason) => {
            const path = { id: assignmentId }
            setSent(
              await ok(
                api.POST('/api/v1/me/assignments/{id}/dispute', { params: { path }, body: { reason } }),
              ),
            )
            void disputed()
          }}
        />
      ) : (
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {t('dispute.report')}
        </Button>
      )}
    </div>
  )
}
