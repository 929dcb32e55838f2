import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useAbout } from '@/lib/about'
import { useCommand } from '@/lib/commands/registry'
import { withTexts } from '@/lib/pages'
import { createCommands } from './commands'

const CreateDialog = withTexts(() => import('./create-dialog'), 'create')

export type Tab = 'one' | 'csv'

/** Opens over any page, at `?create=one` or `?create=csv`, and leaves the page beneath as it is. */
export function CreateAnywhere() {
  const { create }: { create?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const tab = create === 'one' || create === 'csv' ? create : undefined
  const open = (next: Tab | undefined) =>
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, create: next }),
      replace: tab !== undefined,
      resetScroll: false,
    })
  useAbout() // the form prefills an example in the demo, and must not wait for it
  useCommand(createCommands.create, () => open('one'), tab === undefined)
  if (tab === undefined) return null
  return (
    <Suspense>
      <CreateDialog tab={tab} show={open} close={() => open(undefined)} />
    </Suspense>
  )
}
