import { History } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/my-work',
      roles: ['EMPLOYEE'],
      component: lazy(() => import('./my-work-page')),
      nav: { label: 'myWork.title', icon: History, order: 60, keys: 'g h' },
    },
  ],
  inspectors: [{ kind: 'my-work', component: lazy(() => import('./my-work-inspector')) }],
}
