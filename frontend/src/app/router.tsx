import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { type Page, withTexts } from '@/lib/pages'
import { session, useUser } from '@/lib/session/session'
import { Frame } from './frame/frame'
import { Forbidden, NotFound, PageFailed } from './frame/nowhere'
import { Opening } from './frame/opening'
import { homeOf, mayOpen, pages } from './pages'

const SignInPage = withTexts(() => import('./sign-in/sign-in-page'), 'sign-in')

const root = createRootRoute({ notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  pendingComponent: () => (
    <main>
      <Opening />
    </main>
  ),
  validateSearch: (search): { to?: string } => {
    const { to } = search
    // only addresses of our own: `//host` would lead away
    return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}
  },
  beforeLoad: ({ search }) => {
    const user = session.get().access?.user
    if (user) throw redirect({ href: search.to ?? homeOf(user), replace: true })
  },
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
})

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: homeOf(session.get().access?.user), replace: true })
  },
})

// a route, so that the navigation stays: what the root does not find would stand alone
const elsewhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound })

const routes = pages.map((page) =>
  createRoute({
    getParentRoute: () => frame,
    path: page.path,
    component: () => <Guarded page={page} />,
    beforeLoad: ({ location }) => {
      if (page.roles !== 'guest' && session.get().access === undefined) {
        throw redirect({ to: '/sign-in', search: { to: location.href }, replace: true })
      }
    },
  }),
)

function Guarded({ page }: { page: Page }) {
  const Content = page.component
  return mayOpen(page, useUser()) ? <Content /> : <Forbidden page={page} />
}

export const router = createRouter({
  routeTree: root.addChildren([signIn, frame.addChildren([home, ...routes, elsewhere])]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
})
