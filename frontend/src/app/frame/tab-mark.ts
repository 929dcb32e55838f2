import { titleCount } from '@/lib/title'
import plain from '../icon.svg'
import dotted from '../icon-dot.svg'

/** Shows on the tab, and on the installed app, how many new notices there are. */
export function markTab(n: number): void {
  titleCount(n)
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (link !== null) link.href = n > 0 ? dotted : plain
  // where the page is not installed, some browsers refuse
  if ('setAppBadge' in navigator) void navigator.setAppBadge(n).catch(() => undefined)
}
