import { ActionIcon, Button } from '@mantine/core'
import { CircleUserRound } from 'lucide-react'
import { Dropdown } from '@/components/dropdown'
import { Select } from '@/components/select'
import { LOCAL_ZONE, type Preferences, prefer, usePreference } from '@/lib/preferences'
import { signOut, useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { overlay } from './overlay'
import classes from './top-bar.module.css'

const ZONES = ['local', 'UTC', ...Intl.supportedValuesOf('timeZone').filter((it) => it !== 'UTC')]

export function Profile() {
  const user = useUser()
  return (
    <Dropdown
      label={t('profile.label')}
      width={320}
      target={(props) => (
        <ActionIcon size={32} {...props} aria-label={t('profile.label')}>
          <CircleUserRound size={16} />
        </ActionIcon>
      )}
    >
      {(close) => (
        <div className={classes['settings']}>
          {user && (
            <div className={classes['who']}>
              <strong>{user.displayName}</strong>
              <span className={classes['dim']}>
                {user.username} · {user.roles.map((role) => t(`role.${role}`)).join(', ')}
              </span>
            </div>
          )}
          <Choice
            name="theme"
            label={t('profile.theme')}
            options={['auto', 'light', 'dark']}
            textOf={(it) => t(`profile.theme.${it}`)}
          />
          <Choice
            name="density"
            label={t('profile.density')}
            options={['compact', 'comfortable']}
            textOf={(it) => t(`profile.density.${it}`)}
          />
          <Choice
            name="clock"
            label={t('profile.clock')}
            options={['24', '12']}
            textOf={(it) => t(`profile.clock.${it}`)}
          />
          <Choice
            name="locale"
            label={t('profile.language')}
            options={['en', 'de']}
            textOf={(it) => (it === 'en' ? 'English' : 'Deutsch')}
          />
          <Zone />
          <SingleKeys />
          <div className={classes['foot']}>
            <Button
              variant="default"
              onClick={() => {
                close()
                overlay.set({ open: 'shortcuts' })
              }}
            >
              {t('profile.shortcuts')}
            </Button>
            {user && (
              <Button variant="default" onClick={() => void signOut()}>
                {t('profile.signOut')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Dropdown>
  )
}

interface ChoiceProps<K extends keyof Preferences> {
  name: K
  label: string
  options: readonly Preferences[K][]
  textOf: (option: Preferences[K]) => string
}

function Choice<K extends 'theme' | 'density' | 'clock' | 'locale'>({
  name,
  label,
  options,
  textOf,
}: ChoiceProps<K>) {
  const chosen = usePreference(name)
  return (
    <fieldset className={classes['setting']}>
      <legend>{label}</legend>
      <div className={classes['choices']}>
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => prefer({ [name]: option })}
            />
            <span>{textOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Zone() {
  const chosen = usePreference('zone')
  return (
    <Select
      label={t('profile.zone')}
      value={chosen}
      options={ZONES.map((it) => [it, it === 'local' ? t('profile.zone.local', { zone: LOCAL_ZONE }) : it])}
      change={(zone) => prefer({ zone })}
    />
  )
}

function SingleKeys() {
  const on = usePreference('singleKeys')
  return (
    <label className={classes['check']}>
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => prefer({ singleKeys: event.currentTarget.checked })}
      />
      {t('profile.singleKeys')}
    </label>
  )
}
