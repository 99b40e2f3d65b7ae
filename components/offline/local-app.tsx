'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { keepTrying } from '@/lib/sync/client/keep-trying'
import { LastConference } from './last-conference'
import { LocalConference } from './local-conference'
import { localPlace } from './local-place'
import { ShareScreen } from './share-screen'
import { KeptList, Loading, NeedsNetwork } from './what-is-here'

const AllNotesScreen = dynamic(() => keepTrying(() => import('@/components/notes/all-notes-screen')).then((module) => module.AllNotesScreen), { ssr: false, loading: Loading })
const AnyNote = dynamic(() => keepTrying(() => import('@/components/notes/any-note')).then((module) => module.AnyNote), { ssr: false, loading: Loading })

/** The page that is kept for every address: which one it stands at, the browser knows. */
export function LocalApp() {
  const pathname = useSyncExternalStore(neverChanges, () => location.pathname, () => null)
  if (pathname === null) return <Loading />
  const place = localPlace(pathname)
  if (place.screen === 'none') return <NeedsNetwork><KeptList to="" /></NeedsNetwork>
  if (place.screen === 'share') return <ShareScreen />
  if (place.screen === 'allNotes') return <><HomeLink /><AllNotesScreen /></>
  if (place.screen === 'anyNote') return <><HomeLink /><AnyNote noteId={place.noteId} /></>
  return place.screen === 'last' ? <LastConference to={place.to} /> : <LocalConference place={place} />
}

function HomeLink() {
  return <header className="mx-auto max-w-3xl px-4 pt-[max(env(safe-area-inset-top),0.5rem)]"><a href="/" className="inline-flex min-h-11 items-center text-lg font-semibold">Hallway</a></header>
}

/** Addresses are documents: another one is another page. */
function neverChanges(): () => void {
  return () => {}
}
