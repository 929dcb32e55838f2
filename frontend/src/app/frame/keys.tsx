import { showKeys } from '@/lib/commands/shortcuts'
import classes from './overlay.module.css'

/** Keys as they are printed on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={classes['keys']}>
      {showKeys(keys).map((stroke) => (
        <span key={stroke.join()}>
          {stroke.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
