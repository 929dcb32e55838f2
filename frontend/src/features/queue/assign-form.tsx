import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { StateBadge } from '@/components/badges'
import { Failure, Loading } from '@/components/states'
import { obstacleInWords } from '@/components/work/obstacle'
import type { Schemas } from '@/lib/api/client'
import { number, t } from '@/lib/text'
import { useActs } from './acts'
import classes from './task.module.css'
import { useCandidates, useLook } from './use-task'
import { ask, type TaskView, usePending } from './work'

type Candidate = Schemas['CandidateView']

/** Everybody in the order of the strategy, those who cannot with the reason. Another choice than its own needs one. */
export function AssignForm({ task }: { task: TaskView }) {
  const { data, error, refetch } = useCandidates(task.id)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const pending = usePending(task.id)
  const { act } = useActs(useLook())
  const picked = data?.find((it) => it.workerId === chosen)
  const override = picked !== undefined && !picked.wouldBeChosen
  const lacksReason = override && reason.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (picked === undefined || lacksReason) return
    const wish = {
      kind: 'assign',
      workerId: picked.workerId,
      name: picked.displayName,
      reason: reason.trim(),
    } as const
    void act([task], wish).then((worked) => worked && ask(task.id, undefined))
  }
  return (
    <form className={classes['assign']} onSubmit={submit} aria-label={t('task.assign')}>
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('task.candidates')} rows={4} />
        )
      ) : (
        <fieldset>
          <legend>{t('task.candidates')}</legend>
          {data.every((it) => !it.eligible) && <p>{t('task.candidates.none')}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
          <div className={classes['candidates']} tabIndex={0}>
            {data.map((it) => (
              <CandidateLine
                key={it.workerId}
                candidate={it}
                checked={it.workerId === chosen}
                choose={() => setChosen(it.workerId)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {override && (
        <TextInput
          label={t('task.assign.reason')}
          description={t('task.assign.override')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && lacksReason ? t('task.assign.reasonMissing') : undefined}
        />
      )}
      <div className={classes['actions']}>
        <Button type="submit" loading={pending?.kind === 'assign'} disabled={picked?.eligible !== true}>
          {picked ? t('task.assign.to', { name: picked.displayName }) : t('task.assign.choose')}
        </Button>
        <Button variant="default" onClick={() => ask(task.id, undefined)}>
          {t('task.assign.close')}
        </Button>
      </div>
    </form>
  )
}

interface LineProps {
  candidate: Candidate
  checked: boolean
  choose: () => void
}

function CandidateLine({ candidate: it, checked, choose }: LineProps) {
  return (
    <label className={classes['candidate']} data-off={!it.eligible || undefined}>
      <input type="radio" name="worker" disabled={!it.eligible} checked={checked} onChange={choose} />
      <span>
        <strong>{it.displayName}</strong>
        {it.wouldBeChosen && <em>{t('task.assign.wouldBe')}</em>}
      </span>
      <span>
        <StateBadge state={it.presence} />
        <span>{t('task.load', { load: it.load, capacity: it.capacity })}</span>
        <span>{t('task.assign.share', { share: number(it.busyShare, { style: 'percent' }) })}</span>
      </span>
      <span>
        {(it.reason && obstacleInWords(it.reason)) ??
          it.skills
            .map((skill) =>
              t('task.assign.skill', { name: skill.name, level: skill.level, needed: skill.needed }),
            )
            .join(', ')}
      </span>
    </label>
  )
}
