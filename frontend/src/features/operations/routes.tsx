import { HeartPulse } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/operations',
      roles: 'guest',
      component: withTexts(() => import('./operations-page'), 'operations'),
      nav: { label: 'operations.title', icon: HeartPulse, order: 900, keys: 'g o' },
    },
  ],
}
