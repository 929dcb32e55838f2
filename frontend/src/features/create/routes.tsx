import { type Feature, withTexts } from '@/lib/pages'
import { CreateAnywhere } from './create-anywhere'

export const feature: Feature = {
  pages: [
    { path: '/create', roles: ['ADMIN'], component: withTexts(() => import('./create-page'), 'create') },
  ],
  everywhere: { roles: ['ADMIN'], component: CreateAnywhere },
}
