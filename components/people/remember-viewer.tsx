'use client'

import { useEffect } from 'react'
import { findViewer, rememberSignIn } from '@/lib/sync/client/viewer/find-viewer'

/**
 * On a page made for a signed-in person: has the device know who it is.
 * @param to where to go on to, for whoever has just signed in
 */
export function RememberViewer({ to }: { to?: string }) {
  useEffect(() => {
    // Without an answer the device goes on asking there.
    if (to) void rememberSignIn(to).then((next) => location.replace(next))
    else void findViewer()
  }, [to])
  return null
}
