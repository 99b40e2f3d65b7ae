import { useSyncExternalStore } from 'react'

/**
 * What stands after # in the address, and a way to change it that leaves no trail for the back button. Empty on the
 * server.
 */
export function useHash(): [string, (hash: string) => void] {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash.slice(1),
    () => '',
  )
  return [hash, (next) => location.replace(`#${next}`)]
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}
