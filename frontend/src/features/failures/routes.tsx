import { MailX } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/failures',
      roles: ['ADMIN', 'MANAGER'],
      component: lazy(() => import('./failures-page')),
      nav: { label: 'failures.title', icon: MailX, order: 600, keys: 'g f' },
    },
  ],
  inspectors: [{ kind: 'dead-letter', component: lazy(() => import('./dead-letter-inspector')) }],
}
