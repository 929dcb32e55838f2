import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { Rows } from '@/components/edit/rows'
import type { FieldErrors } from '@/lib/api/field-errors'
import { useSkillNames } from '@/lib/catalogue'
import { t } from '@/lib/text'
import type { SkillLevel } from './use-people'

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
  const nameOf = ({ name }: SkillLevel, index: number) => name || t('people.skill.name', { n: index + 1 })
  const unknown = skills.map((it) => it.name.trim()).filter((it) => it !== '' && !known.includes(it))
  const hint =
    skills.length === 0
      ? t('people.skills.zero')
      : known.length > 0 && unknown.length > 0 && t('people.skill.new', { skills: unknown.join(', ') })
  return (
    <>
      <Rows
        legend={t('people.skills')}
        rows={skills}
        change={change}
        blank={() => ({ name: '', level: 1 })}
        add={t('people.skill.add')}
        nameOf={nameOf}
        hint={hint}
        error={errors.of('skills')}
      >
        {({ name, level }, put, index) => (
          <>
            <TextInput
              aria-label={t('people.skill.name', { n: index + 1 })}
              list={list}
              value={name}
              required
              autoComplete="off"
              maxLength={60}
              error={errors.of(`skills/${index}/name`)}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t('people.skill.level', { skill: nameOf({ name, level }, index) })}
              value={level}
              data={LEVELS.map((it) => ({ value: String(it), label: t(`people.level.${it}`) }))}
              error={errors.of(`skills/${index}/level`)}
              onChange={(event) => put({ level: Number(event.currentTarget.value) })}
            />
          </>
        )}
      </Rows>
      <datalist id={list}>
        {known.map((it) => (
          <option key={it} value={it} />
        ))}
      </datalist>
    </>
  )
}
