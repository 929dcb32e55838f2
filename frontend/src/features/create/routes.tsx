import { lazy } from 'react'
import type { Feature } from '@/lib/pages'
import { CreateAnywhere } from './create-anywhere'

export const feature: Feature = {
  pages: [{ path: '/create', roles: ['ADMIN'], component: lazy(() => import('./create-page')) }],
  everywhere: { roles: ['ADMIN'], component: CreateAnywhere },
}
