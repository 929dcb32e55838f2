import { createStore, useStore } from '@/lib/store'

interface Overlay {
  open: 'palette' | 'shortcuts' | undefined
}

export const overlay = createStore<Overlay>({ open: undefined })

export function useOverlay() {
  return useStore(overlay, (it) => it.open)
}

export function closeOverlay(): void {
  overlay.set({ open: undefined })
}
