import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { MultiSelect } from '@mantine/core'
import { t } from '@/lib/text'

interface SkillsFieldProps {
  value: string[]
  known: readonly string[]
  error: string | undefined
  onChange: (skills: string[]) => void
}

export function SkillsField({ value, known, error, onChange }: SkillsFieldProps) {
  return (
    <MultiSelect
      label={t('create.field.skills')}
      description={t('create.skills.hint')}
      placeholder={value.length === 0 ? t('create.skills.add') : ''}
      data={[...new Set([...known, ...value])]}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      hidePickedOptions
      clearSearchOnChange
      openOnFocus={false}
      nothingFoundMessage={t('create.skills.none')}
      comboboxProps={{ transitionProps: { duration: 0 }, zIndex: 400 }}
    />
  )
}
