import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 64rem)'

/** Is there room for the grid? Never on the server, whose list every screen can read. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches, () => false)
}

function subscribe(onChange: () => void): () => void {
  const media = matchMedia(WIDE)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
