'use client'

import { useSyncExternalStore } from 'react'
import { LastConference } from './last-conference'
import { LocalConference } from './local-conference'
import { localPlace } from './local-place'
import { ShareScreen } from './share-screen'
import { KeptList, Loading, NeedsNetwork } from './what-is-here'

/** The page that is kept for every address: which one it stands at, the browser knows. */
export function LocalApp() {
  const pathname = useSyncExternalStore(neverChanges, () => location.pathname, () => null)
  if (pathname === null) return <Loading />
  const place = localPlace(pathname)
  if (place.screen === 'none') return <NeedsNetwork><KeptList to="" /></NeedsNetwork>
  if (place.screen === 'share') return <ShareScreen />
  return place.screen === 'last' ? <LastConference to={place.to} /> : <LocalConference place={place} />
}

/** Addresses are documents: another one is another page. */
function neverChanges(): () => void {
  return () => {}
}
