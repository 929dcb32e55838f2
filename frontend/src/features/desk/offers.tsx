import { Button } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { PriorityBadge } from '@/components/badges'
import { TextArea } from '@/components/text-area'
import { explain } from '@/lib/acting'
import { t } from '@/lib/text'
import { useNow } from '@/lib/use-now'
import { isVisible } from '@/lib/visible'
import { WhyMe } from './current'
import classes from './desk.module.css'
import styles from './offers.module.css'
import { useArmed } from './use-armed'
import { type Offer, useAccept, useDecline, useOffers } from './use-offers'

const ARMED_AFTER = 300
const LONGEST_REASON = 500
const REASONS = ['desk.offer.reason.skill', 'desk.offer.reason.busy', 'desk.offer.reason.leaving'] as const

/** What I am asked, above the rest of the desk. It takes no focus: whoever is typing goes on typing. */
export function Offers() {
  const { data: offers = [] } = useOffers()
  return (
    <div className={styles['offers']} aria-live="polite">
      {offers.map((offer) => (
        <OfferSheet key={offer.id} offer={offer} />
      ))}
    </div>
  )
}

function OfferSheet({ offer }: { offer: Offer }) {
  const heading = useId()
  const left = Math.max(0, Math.ceil((Date.parse(offer.expiresAt) - useNow()) / 1000))
  const accept = useAccept(offer)
  const armed = useArmed(ARMED_AFTER)
  const [declining, setDeclining] = useState(false)
  const { task } = offer
  return (
    <article className={styles['offer']} aria-labelledby={heading}>
      <header>
        <PriorityBadge priority={task.priority} />
        <h2 id={heading}>{t('desk.offer', { title: task.title })}</h2>
        <Countdown left={left} whole={(Date.parse(offer.expiresAt) - Date.parse(offer.issuedAt)) / 1000} />
      </header>
      {task.description && <p className={styles['description']}>{task.description}</p>}
      <p className={classes['dim']}>
        {[task.queue, task.category, ...task.requiredSkills].filter(Boolean).join(' · ')}
      </p>
      <WhyMe taskId={offer.taskId} version={offer.id} />
      {accept.error !== null && (
        <p className={classes['refused']} role="alert">
          {explain(accept.error)}
        </p>
      )}
      {declining ? (
        <DeclineForm offer={offer} back={() => setDeclining(false)} />
      ) : (
        <div className={styles['answers']}>
          <Button
            size="md"
            leftSection={<Check size={16} aria-hidden />}
            aria-disabled={accept.isPending || left === 0 || undefined}
            onClick={() => armed() && !accept.isPending && left > 0 && accept.mutate()}
          >
            {accept.isPending ? t('desk.offer.accept.pending') : t('desk.offer.accept')}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<X size={16} aria-hidden />}
            disabled={accept.isPending || left === 0}
            onClick={() => armed() && setDeclining(true)}
          >
            {t('desk.offer.decline')}
          </Button>
        </div>
      )}
    </article>
  )
}

/** The number says it; the ring shows it. */
function Countdown({ left, whole }: { left: number; whole: number }) {
  const radius = 10
  const round = 2 * Math.PI * radius
  return (
    <span className={styles['left']} data-urgent={left <= 10 || undefined}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden>
        <circle cx="12" cy="12" r={radius} />
        <circle
          cx="12"
          cy="12"
          r={radius}
          strokeDasharray={round}
          strokeDashoffset={round * (1 - Math.min(1, left / whole))}
        />
      </svg>
      <span role="timer" aria-live="off">
        {left > 0 ? t('desk.offer.left', { n: left }) : t('desk.offer.over')}
      </span>
    </span>
  )
}

/** A reason by one click or in own words; it stands in the history. */
function DeclineForm({ offer, back }: { offer: Offer; back: () => void }) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const { mutate, isPending, error } = useDecline(offer)
  const send = () => {
    if (isVisible(reason)) mutate(reason)
    else {
      setFault(t('desk.offer.reason.missing'))
      field.current?.focus()
    }
  }
  const change = (text: string) => {
    setReason(text)
    setFault(undefined)
  }
  return (
    <div className={styles['declining']}>
      <fieldset className={classes['phrases']}>
        <legend>{t('desk.offer.reasons')}</legend>
        {REASONS.map((key) => (
          <button key={key} type="button" onClick={() => change(t(key))}>
            {t(key)}
          </button>
        ))}
      </fieldset>
      <TextArea
        ref={field}
        label={t('desk.offer.reason')}
        required
        autoFocus
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        fault={fault}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {error !== null && (
        <p className={classes['refused']} role="alert">
          {explain(error)}
        </p>
      )}
      <div className={styles['answers']}>
        <Button size="md" loading={isPending} onClick={send}>
          {t('desk.offer.decline')}
        </Button>
        <Button size="md" variant="default" disabled={isPending} onClick={back}>
          {t('desk.offer.back')}
        </Button>
      </div>
    </div>
  )
}
