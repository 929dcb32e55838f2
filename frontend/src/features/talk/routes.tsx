import { type Feature, withTexts } from '@/lib/pages'

export const feature: Feature = {
  pages: [],
  inspectors: [{ kind: 'talk', component: withTexts(() => import('./talk-inspector'), 'work') }],
}
