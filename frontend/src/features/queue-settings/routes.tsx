import { SlidersHorizontal } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/queues',
      roles: ['ADMIN'],
      component: withTexts(() => import('./queue-settings-page'), 'queue-settings', 'edit'),
      nav: { label: 'queueSettings.title', icon: SlidersHorizontal, order: 700, keys: 'g s' },
    },
  ],
}
