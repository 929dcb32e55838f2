import { Armchair } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/desk',
      roles: ['EMPLOYEE'],
      component: lazy(() => import('./desk-page')),
      nav: { label: 'desk.title', icon: Armchair, order: 50, keys: 'g d' },
      home: ['EMPLOYEE'],
    },
  ],
}
