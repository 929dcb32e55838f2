import './styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { startLive } from '@/lib/live/live'
import { preferences } from '@/lib/preferences'
import { resume, session } from '@/lib/session/session'
import { loadTexts } from '@/lib/text'
import { App } from './app'
import { router } from './router'
import { recoverFromStaleAssets } from './stale-assets'

recoverFromStaleAssets()

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no #root')

const tree = createRoot(element)

async function start() {
  await Promise.all([loadTexts(), resume()])
  startLive()
  listenToKeys()
  show()
}

function show() {
  tree.render(
    <StrictMode>
      <App key={document.documentElement.lang} />
    </StrictMode>,
  )
}

// pages decide by the session whether they may be shown
let account = session.get().access?.user.id
session.subscribe(() => {
  const now = session.get().access?.user.id
  if (now === account) return
  account = now
  void router.invalidate()
})

let locale = preferences.get().locale
preferences.subscribe(() => {
  if (preferences.get().locale === locale) return
  locale = preferences.get().locale
  void loadTexts('').then(show)
})

void start()
