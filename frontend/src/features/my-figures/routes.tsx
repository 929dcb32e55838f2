import { ChartNoAxesColumn } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/my-figures',
      roles: ['EMPLOYEE'],
      component: withTexts(() => import('./my-figures-page'), 'my-figures', 'dispute', 'plan'),
      nav: { label: 'myFigures.title', icon: ChartNoAxesColumn, order: 70, keys: 'g m' },
    },
  ],
}
