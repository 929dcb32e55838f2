import { ListOrdered } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/queue',
      roles: ['ADMIN', 'MANAGER'],
      component: lazy(() => import('./queue-page')),
      nav: { label: 'queue.title', icon: ListOrdered, order: 200, keys: 'g q' },
    },
  ],
  inspectors: [{ kind: 'task', component: lazy(() => import('./task-inspector')) }],
}
