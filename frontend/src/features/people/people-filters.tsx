import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { peopleCommands } from './commands'
import classes from './people.module.css'
import { type Filters, PRESENCES } from './people-search'
import { useSkillNames } from './use-people'

const PAUSE = 250

interface PeopleFiltersProps {
  filters: Filters
  change: (change: Filters) => void
}

/** By name, presence and skill; what is chosen stands in the address. */
export function PeopleFilters({ filters, change }: PeopleFiltersProps) {
  const skills = useSkillNames().data ?? []
  const names =
    filters.skill === undefined || skills.includes(filters.skill) ? skills : [...skills, filters.skill]
  const input = useRef<HTMLInputElement>(null)
  useCommand(peopleCommands.filter, () => input.current?.focus())
  return (
    <search className={classes['filters']}>
      <Text text={filters.text ?? ''} change={(text) => change({ text: text || undefined })} input={input} />
      <NativeSelect
        aria-label={t('people.presence')}
        value={filters.presence ?? ''}
        onChange={(event) => change({ presence: PRESENCES.find((it) => it === event.currentTarget.value) })}
        data={[
          { value: '', label: t('people.presence.any') },
          ...PRESENCES.map((it) => ({ value: it, label: t(`state.${it}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('people.skill')}
        value={filters.skill ?? ''}
        onChange={(event) => change({ skill: event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('people.skill.any') }, ...names]}
      />
      {Object.values(filters).some((it) => it !== undefined) && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => change({ presence: undefined, skill: undefined, text: undefined })}
        >
          {t('people.clear')}
        </Button>
      )}
    </search>
  )
}

interface TextProps {
  text: string
  change: (text: string) => void
  input: React.RefObject<HTMLInputElement | null>
}

function Text({ text, change, input }: TextProps) {
  const [typed, setTyped] = useState(text)
  const [shown, setShown] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // the address changed by itself: another link, or cleared
  if (shown !== text) {
    setShown(text)
    if (text !== typed.trim()) setTyped(text)
  }
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={t('people.filter')}
      placeholder={t('people.filter')}
      value={typed}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTyped(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => change(value.trim()), PAUSE)
      }}
    />
  )
}

/** The filters as a phrase: `available, skill network, name with "gra"`. */
export function inWords({ presence, skill, text }: Filters): string {
  return [
    presence && t(`state.${presence}`),
    skill !== undefined && t('people.filtered.skill', { skill }),
    text !== undefined && t('people.filtered.text', { text }),
  ]
    .filter((it) => typeof it === 'string')
    .join(', ')
}
