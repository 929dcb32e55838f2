import { ActionIcon, CloseButton } from '@mantine/core'
import { Pin } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { Loading } from '@/components/states'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { inspectors } from '../pages'
import { appCommands } from './commands'
import classes from './frame.module.css'

type Inspected = NonNullable<ReturnType<typeof useInspector>['inspected']>

const known = (it: Inspected | undefined): it is Inspected => inspectors.some((one) => one.kind === it?.kind)

/** The third column. It shows what the address says, beside it what is pinned, and leaves the page as it is. */
export function InspectorSlot() {
  const { inspected, pinned, close, closePinned, pin } = useInspector()
  const first = known(pinned) ? pinned : undefined
  const same = inspected?.kind === first?.kind && inspected?.id === first?.id
  const second = known(inspected) && !same ? inspected : undefined
  const leave = second ? close : closePinned
  useCommand(appCommands.closeInspector, leave, first !== undefined || second !== undefined)
  useCommand(appCommands.pinInspector, pin, second !== undefined)
  if (first === undefined && second === undefined) return null
  return (
    <div className={classes['inspectors']}>
      {first && (
        <Inspector {...first} close={closePinned} pinned behind={second !== undefined}>
          <ActionIcon
            className={classes['pin'] ?? ''}
            aria-pressed
            aria-label={t('inspector.unpin')}
            onClick={closePinned}
          >
            <Pin size={14} fill="currentColor" aria-hidden />
          </ActionIcon>
        </Inspector>
      )}
      {second && (
        <Inspector {...second} close={close}>
          <ActionIcon className={classes['pin'] ?? ''} aria-label={t('inspector.pin')} onClick={pin}>
            <Pin size={14} aria-hidden />
          </ActionIcon>
        </Inspector>
      )}
    </div>
  )
}

interface InspectorProps extends Inspected {
  close: () => void
  pinned?: boolean
  /** Where there is room for one, the other one shows. */
  behind?: boolean
  children: ReactNode
}

function Inspector({ kind, id, close, pinned, behind, children }: InspectorProps) {
  const Content = inspectors.find((it) => it.kind === kind)?.component
  const label = t(pinned ? 'inspector.pinned' : 'inspector.label')
  return (
    <aside className={classes['inspector']} data-behind={behind || undefined} aria-label={label}>
      <div className={classes['inspectorTools']}>
        {children}
        <CloseButton size={28} aria-label={t('inspector.close')} onClick={close} />
      </div>
      <Suspense fallback={<Loading what={label} rows={6} />}>
        {Content && <Content key={`${kind}:${id}`} id={id} />}
      </Suspense>
    </aside>
  )
}
