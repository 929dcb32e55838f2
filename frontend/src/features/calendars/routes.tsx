import { CalendarClock } from 'lucide-react'
import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [
    {
      path: '/calendars',
      roles: ['ADMIN'],
      component: withTexts(() => import('./calendars-page'), 'levels', 'edit'),
      nav: { label: 'calendars.title', icon: CalendarClock, order: 710, keys: 'g k' },
    },
  ],
}
