import { Age } from '@/components/time'
import { t } from '@/lib/text'
import classes from './dispute.module.css'
import type { Dispute } from './use-my-disputes'

/** What was said about a decision, and what was answered. */
export function Said({ dispute }: { dispute: Dispute }) {
  const { reason, raisedAt, answer, answeredBy, answeredAt } = dispute
  return (
    <div className={classes['said']}>
      <p>
        {t('dispute.said')} <Age since={raisedAt} ago />
      </p>
      <blockquote>{reason}</blockquote>
      {answer != null && answeredAt != null ? (
        <>
          <p>
            {t('dispute.answer.by', { name: answeredBy ?? '' })} <Age since={answeredAt} ago />
          </p>
          <blockquote>{answer}</blockquote>
        </>
      ) : (
        <p>{t('dispute.open')}</p>
      )}
    </div>
  )
}
