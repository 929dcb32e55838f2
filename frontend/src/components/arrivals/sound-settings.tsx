import { Volume2, VolumeX } from 'lucide-react'
import { Suspense } from 'react'
import { withTexts } from '@/lib/pages'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import { Dropdown } from '../dropdown'
import classes from './arrivals.module.css'
import { sound } from './sound'

const SoundPanel = withTexts(() => import('./sound-panel'), 'sound')

/** How loud the tones are, and what each of them means. */
export function SoundSettings() {
  const volume = useStore(sound, (it) => it.volume)
  const Icon = volume === 0 ? VolumeX : Volume2
  return (
    <Dropdown
      label={t('sound.label')}
      width={260}
      target={(props) => (
        <button
          type="button"
          className={classes['button']}
          {...props}
          aria-label={t(volume === 0 ? 'sound.off' : 'sound.on', { n: volume })}
        >
          <Icon size={18} aria-hidden />
        </button>
      )}
    >
      <Suspense>
        <SoundPanel />
      </Suspense>
    </Dropdown>
  )
}
