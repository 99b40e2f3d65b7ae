'use client'

import dynamic from 'next/dynamic'
import { useMemo, useSyncExternalStore } from 'react'
import { ANNOUNCEMENTS_SLOT } from '@/components/shared/announcements-slot'
import { useAnnouncements } from '@/lib/rooms/device/use-announcements'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'

const AnnouncementBanner = dynamic(
  () => keepTrying(() => import('./announcement-banner')).then((module) => module.AnnouncementBanner),
  { ssr: false },
)

/**
 * Brings announcements to the page it is on; none where the page has no room for them. The code that shows them is
 * fetched only where there are some: on most days of most conferences there are none.
 */
export function Announcements({ conference: { id, slug } }: { conference: { id: string; slug: string } }) {
  const conference = useMemo(() => ({ id, slug }), [id, slug])
  const isAny = useAnnouncements(conference).length > 0
  const slot = useSyncExternalStore(
    never,
    () => document.getElementById(ANNOUNCEMENTS_SLOT),
    () => null,
  )
  return slot && isAny ? <AnnouncementBanner conference={conference} slot={slot} /> : null
}

/** The page keeps its place from the beginning. */
function never(): () => void {
  return () => undefined
}
