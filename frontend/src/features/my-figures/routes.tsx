import { ChartNoAxesColumn } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/my-figures',
      roles: ['EMPLOYEE'],
      component: lazy(() => import('./my-figures-page')),
      nav: { label: 'myFigures.title', icon: ChartNoAxesColumn, order: 70, keys: 'g m' },
    },
  ],
}
