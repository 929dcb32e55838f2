import { t } from '@/lib/text'
import classes from './people.module.css'
import type { SkillLevel } from './use-people'

/** Skills with their levels, the strongest first. */
export function Skills({ skills }: { skills: readonly SkillLevel[] }) {
  if (skills.length === 0) return <span className={classes['quiet']}>{t('people.skills.none')}</span>
  const inOrder = [...skills].sort((a, b) => b.level - a.level)
  return (
    <span title={inOrder.map((it) => `${it.name} ${it.level}`).join(', ')}>
      {inOrder.map(({ name, level }) => (
        <span key={name} className={classes['skill']}>
          {name} <b aria-hidden>{level}</b>
          <span className="visually-hidden">{t('people.level', { n: level })}</span>
        </span>
      ))}
    </span>
  )
}
