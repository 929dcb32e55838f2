import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { FieldErrors } from '@/lib/api/field-errors'
import { useQueueNames, useSkillNames } from '@/lib/catalogue'
import { secondsOf } from '@/lib/span'
import { t } from '@/lib/text'
import { PRIORITIES } from './promises'
import classes from './promises.module.css'
import { ACTIONS, KINDS, POINTS, type StepDraft, TOLD } from './steps'
import { useColleagues } from './use-promises'

interface StepFieldsProps {
  step: StepDraft
  put: (change: Partial<StepDraft>) => void
  index: number
  errors: FieldErrors
  queue: string
}

/** When a step is taken, and what it does. */
export function StepFields({ step, put, index, errors, queue }: StepFieldsProps) {
  const row = t('promises.step', { n: index + 1 })
  const delay = step.delay.trim()
  const error = (field: string) => errors.of(`escalations/${index}/${field}`)
  return (
    <>
      <NativeSelect
        aria-label={t('promises.step.kind', { row })}
        value={step.kind}
        data={KINDS.map((it) => ({ value: it, label: t(`sla.kind.${it}`) }))}
        onChange={(event) => put({ kind: KINDS.find((it) => it === event.currentTarget.value) ?? step.kind })}
      />
      <NativeSelect
        aria-label={t('promises.step.at', { row })}
        value={step.at}
        data={POINTS.map((it) => ({ value: it, label: t(`promises.at.${it}`) }))}
        onChange={(event) => put({ at: POINTS.find((it) => it === event.currentTarget.value) ?? step.at })}
      />
      <TextInput
        aria-label={t('promises.step.delay', { row })}
        placeholder={t('promises.step.atOnce')}
        value={step.delay}
        autoComplete="off"
        error={
          error('delaySeconds') ??
          (delay !== '' && secondsOf(delay) === undefined && t('promises.span.fault'))
        }
        onChange={(event) => put({ delay: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('promises.step.action', { row })}
        value={step.action}
        error={errors.of(`escalations/${index}`)}
        data={ACTIONS.map((it) => ({ value: it, label: t(`promises.action.${it}`) }))}
        onChange={(event) =>
          put({ action: ACTIONS.find((it) => it === event.currentTarget.value) ?? step.action })
        }
      />
      <Argument step={step} put={put} row={row} error={error} queue={queue} />
    </>
  )
}

interface ArgumentProps {
  step: StepDraft
  put: (change: Partial<StepDraft>) => void
  row: string
  error: (field: string) => string | undefined
  queue: string
}

/** What belongs to the action. */
function Argument({ step, put, row, error, queue }: ArgumentProps) {
  const queues = (useQueueNames().data ?? []).filter((it) => it !== queue)
  const skills = useSkillNames().data ?? []
  switch (step.action) {
    case 'RAISE_PRIORITY':
      return (
        <NativeSelect
          aria-label={t('promises.step.priority', { row })}
          value={step.priority}
          error={error('priority')}
          data={[{ value: '', label: t('promises.step.oneUp') }, ...PRIORITIES]}
          onChange={(event) => put({ priority: event.currentTarget.value })}
        />
      )
    case 'NOTIFY':
      return <Told step={step} put={put} row={row} error={error} />
    case 'RELAX':
      return (
        <>
          <NativeSelect
            aria-label={t('promises.step.relax', { row })}
            value={step.level}
            error={error('minSkillLevel')}
            data={[
              { value: '', label: t('promises.step.skillLess') },
              ...[1, 2, 3, 4].map((n) => ({ value: String(n), label: t('promises.step.level', { n }) })),
            ]}
            onChange={(event) => put({ level: event.currentTarget.value })}
          />
          {step.level === '' && (
            <NativeSelect
              aria-label={t('promises.step.skill', { row })}
              value={step.skill}
              error={error('skill')}
              data={[{ value: '', label: t('promises.step.choose') }, ...skills]}
              onChange={(event) => put({ skill: event.currentTarget.value })}
            />
          )}
        </>
      )
    case 'OVERFLOW':
      return (
        <NativeSelect
          aria-label={t('promises.step.queue', { row })}
          value={step.queue}
          error={error('queue')}
          data={[{ value: '', label: t('promises.step.choose') }, ...queues]}
          onChange={(event) => put({ queue: event.currentTarget.value })}
        />
      )
  }
}

function Told({ step: { roles, accounts }, put, row, error }: Omit<ArgumentProps, 'queue'>) {
  const people = useColleagues().data ?? []
  const nameOf = (id: string) => people.find((it) => it.id === id)?.displayName ?? id
  return (
    <fieldset className={classes['told']}>
      <legend className="visually-hidden">{t('promises.step.told', { row })}</legend>
      {TOLD.map((role) => (
        <Checkbox
          key={role}
          label={t(`promises.told.${role}`)}
          checked={roles.includes(role)}
          onChange={(event) =>
            put({
              roles: TOLD.filter((it) => (it === role ? event.currentTarget.checked : roles.includes(it))),
            })
          }
        />
      ))}
      {accounts.map((id) => (
        <Checkbox
          key={id}
          label={nameOf(id)}
          checked
          onChange={() => put({ accounts: accounts.filter((it) => it !== id) })}
        />
      ))}
      <NativeSelect
        aria-label={t('promises.step.person', { row })}
        value=""
        error={error('accounts') ?? error('roles')}
        data={[
          { value: '', label: t('promises.step.addPerson') },
          ...people
            .filter((it) => !accounts.includes(it.id))
            .map((it) => ({ value: it.id, label: it.displayName })),
        ]}
        onChange={(event) => put({ accounts: [...accounts, event.currentTarget.value] })}
      />
    </fieldset>
  )
}
