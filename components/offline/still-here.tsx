'use client'

import { lazy, Suspense } from 'react'

const Notice = lazy(() =>
  import('./still-here-notice').then(
    ({ StillHereNotice }) => ({ default: StillHereNotice }),
    // No network, not even for this code: the page says what it says without it.
    () => ({ default: Nothing }),
  ),
)

/**
 * At an address that the server knows nothing of (any more): the way to what this device keeps of the conference. Every
 * page comes with this, in case it is not found, and hardly any needs what is behind it.
 */
export function StillHere() {
  return (
    <Suspense>
      <Notice />
    </Suspense>
  )
}

function Nothing() {
  return null
}
