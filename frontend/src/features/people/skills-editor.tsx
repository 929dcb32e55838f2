import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useId, useRef } from 'react'
import { t } from '@/lib/text'
import type { FieldErrors } from './field-errors'
import classes from './people.module.css'
import { type SkillLevel, useSkillNames } from './use-people'

const LEVELS = [1, 2, 3, 4, 5] as const

interface SkillsEditorProps {
  skills: readonly SkillLevel[]
  change: (skills: SkillLevel[]) => void
  errors: FieldErrors
}

/** One line for each skill: its name, known or new, and its level. */
export function SkillsEditor({ skills, change, errors }: SkillsEditorProps) {
  const known = useSkillNames().data ?? []
  const list = useId()
  const lines = useRef<HTMLFieldSetElement>(null)
  const put = (index: number, one: Partial<SkillLevel>) =>
    change(skills.map((it, at) => (at === index ? { ...it, ...one } : it)))
  const add = () => {
    change([...skills, { name: '', level: 1 }])
    requestAnimationFrame(() => [...(lines.current?.querySelectorAll('input') ?? [])].at(-1)?.focus())
  }
  const unknown = skills.map((it) => it.name.trim()).filter((it) => it !== '' && !known.includes(it))
  return (
    <fieldset className={classes['editor']} ref={lines}>
      <legend>{t('people.skills')}</legend>
      {skills.map(({ name, level }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div key={index}>
          <TextInput
            aria-label={t('people.skill.name', { n: index + 1 })}
            list={list}
            value={name}
            required
            autoComplete="off"
            maxLength={60}
            error={errors.of(`skills/${index}/name`)}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t('people.skill.level', { skill: name || t('people.skill.name', { n: index + 1 }) })}
            value={level}
            data={LEVELS.map((it) => ({ value: String(it), label: t(`people.level.${it}`) }))}
            error={errors.of(`skills/${index}/level`)}
            onChange={(event) => put(index, { level: Number(event.currentTarget.value) })}
          />
          <CloseButton
            size={30}
            aria-label={t('people.skill.remove', { skill: name || t('people.skill.name', { n: index + 1 }) })}
            onClick={() => change(skills.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <datalist id={list}>
        {known.map((it) => (
          <option key={it} value={it} />
        ))}
      </datalist>
      <Button variant="default" size="compact-sm" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
        {t('people.skill.add')}
      </Button>
      {errors.of('skills') && <p className={classes['error']}>{errors.of('skills')}</p>}
      {known.length > 0 && unknown.length > 0 && (
        <p className={classes['consequence']}>{t('people.skill.new', { skills: unknown.join(', ') })}</p>
      )}
      {skills.length === 0 && <p className={classes['consequence']}>{t('people.skills.zero')}</p>}
    </fieldset>
  )
}
