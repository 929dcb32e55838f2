import { TextInput } from '@mantine/core'
import type { FieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'
import type { Draft } from './draft'
import classes from './people.module.css'
import { SkillsEditor } from './skills-editor'

const MOST = 1_000

interface PersonFieldsProps {
  draft: Draft
  change: (change: Partial<Draft>) => void
  errors: FieldErrors
  /** What they hold now: less capacity than that takes nothing away. */
  load?: number
}

/** What an admin decides about somebody, each with what follows from it. */
export function PersonFields({ draft, change, errors, load = 0 }: PersonFieldsProps) {
  const { displayName, skills, capacity, region } = draft
  return (
    <>
      <TextInput
        label={t('people.displayName')}
        value={displayName}
        maxLength={120}
        autoComplete="off"
        error={errors.of('displayName')}
        onChange={(event) => change({ displayName: event.currentTarget.value })}
      />
      <SkillsEditor skills={skills} change={(next) => change({ skills: next })} errors={errors} />
      <div>
        <TextInput
          label={t('people.capacity')}
          type="number"
          min={0}
          max={MOST}
          step={1}
          required
          value={Number.isNaN(capacity) ? '' : capacity}
          error={errors.of('capacity')}
          onChange={(event) => change({ capacity: event.currentTarget.valueAsNumber })}
        />
        <p className={classes['consequence']} aria-live="polite">
          {capacityInWords(capacity, load)}
        </p>
      </div>
      <div>
        <TextInput
          label={t('people.region')}
          value={region}
          maxLength={60}
          autoComplete="off"
          error={errors.of('region')}
          onChange={(event) => change({ region: event.currentTarget.value })}
        />
        <p className={classes['consequence']} aria-live="polite">
          {region.trim() === '' ? t('people.region.none') : t('people.region.one', { region: region.trim() })}
        </p>
      </div>
    </>
  )
}

function capacityInWords(capacity: number, load: number): string {
  if (Number.isNaN(capacity)) return t('people.capacity.missing')
  if (capacity === 0) return t('people.capacity.zero')
  if (capacity < load) return t('people.capacity.below', { load, n: capacity })
  return t('people.capacity.some', { n: capacity })
}
