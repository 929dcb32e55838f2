import { HeartPulse } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/operations',
      roles: 'guest',
      component: lazy(() => import('./operations-page')),
      nav: { label: 'operations.title', icon: HeartPulse, order: 900, keys: 'g o' },
    },
  ],
}
