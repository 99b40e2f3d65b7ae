import { useSyncExternalStore } from 'react'

/**
 * How many pixels of the page's lower end a phone's keyboard covers. Browsers do not move what is fixed there out of
 * its way.
 */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, inset, () => 0)
}

// Less is a browser's own bar, or a pinch.
const LEAST_KEYBOARD = 120

function inset(): number {
  const seen = window.visualViewport
  if (!seen || seen.scale > 1.01) return 0
  const covered = Math.round(window.innerHeight - seen.height - seen.offsetTop)
  return covered > LEAST_KEYBOARD ? covered : 0
}

function subscribe(onChange: () => void): () => void {
  window.visualViewport?.addEventListener('resize', onChange)
  window.visualViewport?.addEventListener('scroll', onChange)
  return () => {
    window.visualViewport?.removeEventListener('resize', onChange)
    window.visualViewport?.removeEventListener('scroll', onChange)
  }
}
