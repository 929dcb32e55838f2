import { ChartLine } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/overview',
      roles: ['ADMIN', 'MANAGER'],
      component: lazy(() => import('./overview-page')),
      nav: { label: 'overview.title', icon: ChartLine, order: 800, keys: 'g a' },
      home: ['MANAGER'],
    },
  ],
}
