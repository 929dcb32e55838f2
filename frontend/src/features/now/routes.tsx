import { Gauge } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/now',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./now-page'), 'now'),
      nav: { label: 'now.title', icon: Gauge, order: 100, keys: 'g n' },
      home: ['ADMIN', 'MANAGER'],
    },
  ],
}
