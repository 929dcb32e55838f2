import { Button, NativeSelect } from '@mantine/core'
import { useRef } from 'react'
import { SearchField } from '@/components/search-field'
import { useSkillNames } from '@/lib/catalogue'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { peopleCommands } from './commands'
import classes from './people.module.css'
import { type Filters, PRESENCES } from './people-search'

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
      <SearchField
        label={t('people.filter')}
        text={filters.text ?? ''}
        change={(text) => change({ text: text || undefined })}
        input={input}
      />
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
