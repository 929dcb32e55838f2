import { MailX } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/failures',
      roles: ['ADMIN', 'MANAGER'],
      component: withTexts(() => import('./failures-page'), 'failures'),
      nav: { label: 'failures.title', icon: MailX, order: 600, keys: 'g f' },
    },
  ],
  inspectors: [
    { kind: 'dead-letter', component: withTexts(() => import('./dead-letter-inspector'), 'failures') },
  ],
}
