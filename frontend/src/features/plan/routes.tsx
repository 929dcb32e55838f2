import { CalendarRange } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/plan',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./plan-page'), 'plan'),
      nav: { label: 'plan.title', icon: CalendarRange, order: 310, keys: 'g l' },
    },
  ],
  inspectors: [
    {
      kind: 'schedule',
      component: withTexts(() => import('./schedule-inspector'), 'plan', 'edit'),
    },
  ],
}
