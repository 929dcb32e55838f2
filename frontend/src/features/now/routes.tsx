import { Gauge } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/now',
      roles: ['ADMIN', 'MANAGER'],
      component: lazy(() => import('./now-page')),
      nav: { label: 'now.title', icon: Gauge, order: 100, keys: 'g n' },
      home: ['ADMIN', 'MANAGER'],
    },
  ],
}
