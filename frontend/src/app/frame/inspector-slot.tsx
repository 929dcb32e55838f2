import { CloseButton } from '@mantine/core'
import { Suspense } from 'react'
import { Loading } from '@/components/states'
import { useCommand } from '@/lib/commands/registry'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { inspectors } from '../pages'
import { appCommands } from './commands'
import classes from './frame.module.css'

/** The third column. It shows what the address says, and leaves the page beside it as it is. */
export function InspectorSlot() {
  const { inspected, close } = useInspector()
  const inspector = inspectors.find((it) => it.kind === inspected?.kind)
  useCommand(appCommands.closeInspector, close, inspector !== undefined)
  if (inspected === undefined || inspector === undefined) return null
  const Content = inspector.component
  return (
    <aside className={classes['inspector']} aria-label={t('inspector.label')}>
      <CloseButton
        className={classes['inspectorClose'] ?? ''}
        size={28}
        aria-label={t('inspector.close')}
        onClick={close}
      />
      <Suspense fallback={<Loading what={t('inspector.label')} rows={6} />}>
        <Content key={`${inspected.kind}:${inspected.id}`} id={inspected.id} />
      </Suspense>
    </aside>
  )
}
