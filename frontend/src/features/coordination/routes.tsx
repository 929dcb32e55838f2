import { Gavel } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/coordination',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./coordination-page'), 'coordination', 'dispute', 'work'),
      nav: { label: 'coordination.title', icon: Gavel, order: 220, keys: 'g c' },
    },
  ],
}
