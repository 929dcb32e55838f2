import { createStore, useStore } from './store'

export interface Preferences {
  theme: 'light' | 'dark' | 'auto'
  density: 'compact' | 'comfortable'
  /** An IANA name, or `local` for the zone of this device. */
  zone: string
  clock: '24' | '12'
  locale: 'en' | 'de'
  singleKeys: boolean
  /** Own keys by command; empty where a command shall have none. */
  keys: Readonly<Record<string, string>>
  railCollapsed: boolean
  /** From and to, as `22:00`; no tone sounds between them. Empty for no quiet hours. */
  quiet: readonly [from: string, to: string]
  /** The columns of the queue, as its address writes them. */
  queueColumns: string | undefined
}

const KEY = 'warren.preferences'

const DEFAULTS: Preferences = {
  theme: 'auto',
  density: 'compact',
  zone: 'local',
  clock: '24',
  locale: 'en',
  singleKeys: true,
  keys: {},
  railCollapsed: false,
  quiet: ['', ''],
  queueColumns: undefined,
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return kept !== null && typeof kept === 'object' ? { ...DEFAULTS, ...kept } : DEFAULTS
  } catch {
    return DEFAULTS
  }
}

/** What this device remembers of how a person likes the pages; all its tabs share it. */
export const preferences = createStore<Preferences>(read())

export function prefer(change: Partial<Preferences>): void {
  preferences.set(change)
  localStorage.setItem(KEY, JSON.stringify(preferences.get()))
}

export function usePreference<K extends keyof Preferences>(key: K): Preferences[K] {
  return useStore(preferences, (it) => it[key])
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) preferences.set(read())
})

/** The zone of this device. */
export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export function zone(): string {
  const chosen = preferences.get().zone
  return chosen === 'local' ? LOCAL_ZONE : chosen
}
