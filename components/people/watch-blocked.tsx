'use client'

import { useEffect } from 'react'
import { onReturn } from '@/lib/sync/client/exchange/on-return'
import { askWho } from '@/lib/sync/client/viewer/who'

/** So long a page that is open may say that somebody is blocked who is not. */
const EVERY_MS = 30_000

/**
 * On a page that says that an account is blocked: asks now and then, and whenever it is looked at again, whether that
 * still holds, and makes it the page that it is for them as soon as it does not. Without a network it stays.
 */
export function WatchBlocked() {
  useEffect(() => {
    const over = new AbortController()
    const look = () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return
      void askWho().then((who) => {
        if (over.signal.aborted || !who?.viewer || who.viewer.blocked) return
        over.abort()
        location.reload()
      })
    }
    onReturn(look, over.signal)
    const often = setInterval(look, EVERY_MS)
    over.signal.addEventListener('abort', () => clearInterval(often))
    return () => over.abort()
  }, [])
  return null
}
