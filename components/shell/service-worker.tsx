'use client'

import { useEffect } from 'react'

/** Registers the service worker once the page stands. */
export function ServiceWorker() {
  useEffect(() => {
    // Without one (private windows, plain http on a LAN) everything works but offline.
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  }, [])
  return null
}
