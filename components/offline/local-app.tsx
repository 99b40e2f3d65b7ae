'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { DevicePlace } from '@/components/shell/device-place'
import { distrustKept } from '@/lib/sync/client/documents/trust'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { LastConference } from './last-conference'
import { LocalConference } from './local-conference'
import { localPlace, type LocalPlace } from './local-place'
import { ShareScreen } from './share-screen'
import { SignOutHere } from './sign-out-here'
import { KeptList, Loading, NeedsNetwork } from './what-is-here'

const AllNotesScreen = dynamic(
  () => keepTrying(() => import('@/components/notes/list/all-notes-screen')).then((module) => module.AllNotesScreen),
  { ssr: false, loading: Loading },
)
const SecretSign = dynamic(
  () => keepTrying(() => import('@/components/rooms/sign/secret-sign')).then((module) => module.SecretSign),
  { ssr: false, loading: Loading },
)
const AnyNote = dynamic(
  () => keepTrying(() => import('@/components/notes/write/any-note')).then((module) => module.AnyNote),
  { ssr: false, loading: Loading },
)

distrustKept()

/** The page that is kept for every address: which one it stands at, the browser knows. */
export function LocalApp() {
  const pathname = useSyncExternalStore(
    neverChanges,
    () => location.pathname,
    () => null,
  )
  if (pathname === null) return <Loading />
  const place = localPlace(pathname)
  if (place.screen === 'secretSign') return <SecretSign secret={place.secret} />
  return 'slug' in place ? (
    <LocalConference place={place} />
  ) : (
    <>
      <LocalHeader />
      <LocalScreen place={place} />
    </>
  )
}

function LocalScreen({ place }: { place: Exclude<LocalPlace, { slug: string } | { secret: string }> }) {
  switch (place.screen) {
    case 'none':
      return (
        <NeedsNetwork>
          <KeptList to="" />
        </NeedsNetwork>
      )
    case 'anyRecap':
      return (
        <NeedsNetwork isOfRecaps notes="/notes">
          <KeptList to="" />
        </NeedsNetwork>
      )
    case 'settings':
      return (
        <NeedsNetwork>
          <SignOutHere />
        </NeedsNetwork>
      )
    case 'share':
      return <ShareScreen />
    case 'allNotes':
      return <AllNotesScreen />
    case 'anyNote':
      return <AnyNote noteId={place.noteId} />
    case 'last':
      return <LastConference to={place.to} />
  }
}

function LocalHeader() {
  return (
    <>
      <header className="mx-auto max-w-3xl px-4 pt-[max(env(safe-area-inset-top),0.5rem)]">
        <a href="/" className="inline-flex min-h-11 items-center text-lg font-semibold">
          Hallway
        </a>
      </header>
      <DevicePlace />
    </>
  )
}

/** Addresses are documents: another one is another page. */
function neverChanges(): () => void {
  return () => {}
}
