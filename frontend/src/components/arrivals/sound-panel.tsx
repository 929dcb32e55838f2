import { Button } from '@mantine/core'
import { useId } from 'react'
import { prefer, usePreference } from '@/lib/preferences'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import classes from './arrivals.module.css'
import { play, setVolume, sound, type Tone, unlockSound } from './sound'

const TONES: readonly Tone[] = ['task', 'urgent', 'gone']

/** What one chooses of the tones, and how each of them sounds. */
export default function SoundPanel() {
  const id = useId()
  const volume = useStore(sound, (it) => it.volume)
  const [from, to] = usePreference('quiet')
  return (
    <div className={classes['settings']}>
      <label htmlFor={id}>{t('sound.volume', { n: volume })}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={10}
        value={volume}
        onChange={(event) => setVolume(Number(event.currentTarget.value))}
      />
      <fieldset className={classes['quiet']}>
        <legend>{t('sound.quiet')}</legend>
        <input
          type="time"
          aria-label={t('sound.quiet.from')}
          value={from}
          onChange={(event) => prefer({ quiet: [event.currentTarget.value, to] })}
        />
        <span aria-hidden>–</span>
        <input
          type="time"
          aria-label={t('sound.quiet.to')}
          value={to}
          onChange={(event) => prefer({ quiet: [from, event.currentTarget.value] })}
        />
      </fieldset>
      <p>{t('sound.hint')}</p>
      {TONES.map((tone) => (
        <Button
          key={tone}
          variant="default"
          disabled={volume === 0}
          onClick={() => {
            unlockSound()
            play(tone)
          }}
        >
          {t(`sound.${tone}`)}
        </Button>
      ))}
    </div>
  )
}
