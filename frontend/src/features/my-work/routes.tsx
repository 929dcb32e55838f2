import { History } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/my-work',
      roles: ['EMPLOYEE'],
      component: withTexts(() => import('./my-work-page'), 'my-work'),
      nav: { label: 'myWork.title', icon: History, order: 60, keys: 'g h' },
    },
  ],
  inspectors: [{ kind: 'my-work', component: withTexts(() => import('./my-work-inspector'), 'my-work') }],
}
