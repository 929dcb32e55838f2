import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { SearchField } from '@/components/search-field'
import { useSkillNames } from '@/lib/catalogue'
import { t } from '@/lib/text'
import { dateInWords } from '@/lib/time'
import { mondayOf, plusDays } from '@/lib/week'
import classes from './plan.module.css'
import type { Shown } from './plan-search'

interface PlanBarProps {
  shown: Shown
  show: (change: Shown) => void
  on: string
  today: string
}

/** Which days and whom the plan shows; all of it stands in the address. */
export function PlanBar({ shown, show, on, today }: PlanBarProps) {
  const skills = useSkillNames().data ?? []
  const names = shown.skill === undefined || skills.includes(shown.skill) ? skills : [...skills, shown.skill]
  const { view } = shown
  const step = view === 'day' ? 1 : 7
  const first = mondayOf(on)
  const go = (day: string) => show({ on: day === today ? undefined : day })
  return (
    <div className={classes['bar']}>
      <div className={classes['days']}>
        <ActionIcon variant="default" aria-label={t('plan.earlier')} onClick={() => go(plusDays(on, -step))}>
          <ChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">
          {view === 'day' ? dateInWords(on) : `${dateInWords(first)} – ${dateInWords(plusDays(first, 6))}`}
        </strong>
        <ActionIcon variant="default" aria-label={t('plan.later')} onClick={() => go(plusDays(on, step))}>
          <ChevronRight size={16} aria-hidden />
        </ActionIcon>
        <Button variant="default" disabled={on === today} onClick={() => go(today)}>
          {t('plan.today')}
        </Button>
        <fieldset className={classes['views']}>
          <legend className="visually-hidden">{t('plan.view')}</legend>
          {([undefined, 'day'] as const).map((it) => (
            <Button
              key={it ?? 'week'}
              variant={view === it ? 'filled' : 'default'}
              aria-pressed={view === it}
              onClick={() => show({ view: it })}
            >
              {t(`plan.${it ?? 'week'}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <search className={classes['filters']}>
        <SearchField
          label={t('plan.name')}
          text={shown.text ?? ''}
          change={(text) => show({ text: text || undefined })}
        />
        <NativeSelect
          aria-label={t('plan.skill')}
          value={shown.skill ?? ''}
          onChange={(event) => show({ skill: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('plan.skill.any') }, ...names]}
        />
      </search>
    </div>
  )
}
