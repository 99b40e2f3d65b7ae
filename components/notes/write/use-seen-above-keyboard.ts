import { useMemo, useSyncExternalStore } from 'react'

/** What of the window is in sight, in pixels from its top. */
type Seen = { top: number; height: number }

// Less is a browser's own bar, or a pinch.
const LEAST_KEYBOARD = 120

/**
 * What is in sight above a phone's keyboard; null while there is none. Browsers do not move what is fixed out of its
 * way.
 */
export function useSeenAboveKeyboard(): Seen | null {
  const seen = useSyncExternalStore(subscribe, look, () => '')
  return useMemo(() => {
    const [top = 0, height] = seen.split(' ').map(Number)
    return height ? { top, height } : null
  }, [seen])
}

function look(): string {
  const seen = window.visualViewport
  if (!seen || seen.scale > 1.01) return ''
  const [top, height] = [Math.round(seen.offsetTop), Math.round(seen.height)]
  // What is in sight may have moved down to the letters: its height alone tells.
  return window.innerHeight - height > LEAST_KEYBOARD ? `${top} ${height}` : ''
}

function subscribe(onChange: () => void): () => void {
  window.visualViewport?.addEventListener('resize', onChange)
  window.visualViewport?.addEventListener('scroll', onChange)
  return () => {
    window.visualViewport?.removeEventListener('resize', onChange)
    window.visualViewport?.removeEventListener('scroll', onChange)
  }
}
