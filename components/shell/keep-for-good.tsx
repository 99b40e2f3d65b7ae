'use client'

import { useEffect } from 'react'
import { useLocalState } from '@/lib/sync/client/store/local-state'
import { keepForGood } from '@/lib/sync/client/store/device-space'

/** Asks the browser, once a page, to delete nothing by itself as soon as there is something of the person's to lose. */
export function KeepForGood() {
  const hasSomething = useLocalState(({ picks, waiting }) => (picks?.size ?? 0) > 0 || waiting > 0)
  useEffect(() => {
    // A browser that refuses loses nothing now; settings say so.
    if (hasSomething) void keepForGood().catch(() => undefined)
  }, [hasSomething])
  return null
}
