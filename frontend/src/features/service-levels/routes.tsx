import { AlarmClock } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/service-levels',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./service-levels-page'), 'levels', 'sla'),
      nav: { label: 'levels.title', icon: AlarmClock, order: 810, keys: 'g t' },
    },
  ],
}
