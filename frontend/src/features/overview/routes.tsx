import { ChartLine } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/overview',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./overview-page'), 'overview'),
      nav: { label: 'overview.title', icon: ChartLine, order: 800, keys: 'g a' },
      home: ['MANAGER'],
    },
  ],
}
