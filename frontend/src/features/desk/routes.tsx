import { Armchair } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/desk',
      roles: ['EMPLOYEE'],
      component: withTexts(() => import('./desk-page'), 'desk', 'work'),
      nav: { label: 'desk.title', icon: Armchair, order: 50, keys: 'g d' },
      home: ['EMPLOYEE'],
    },
  ],
}
