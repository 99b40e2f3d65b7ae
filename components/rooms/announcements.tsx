'use client'

import dynamic from 'next/dynamic'
import { useEffect, useMemo, useState } from 'react'
import { ANNOUNCEMENTS_SLOT } from '@/components/shell/announcements-slot'
import { whenIdle } from '@/components/shell/when-idle'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { onPoke } from '@/lib/sync/client/exchange/pokes'

const AnnouncementBanner = dynamic(
  () => keepTrying(() => import('./announcement-banner')).then((module) => module.AnnouncementBanner),
  { ssr: false },
)

/**
 * Brings announcements to the page it is on once that is done with its own work; none where the page has no room for
 * them. Their code is fetched only where there are some: on most days of most conferences there are none.
 */
export function Announcements({ conference: { id, slug } }: { conference: { id: string; slug: string } }) {
  const conference = useMemo(() => ({ id, slug }), [id, slug])
  const [slot, setSlot] = useState<Element | null>(null)
  useEffect(() => {
    const show = () => setSlot(document.getElementById(ANNOUNCEMENTS_SLOT))
    const look = () => void isAnythingAnnounced(slug).then((is) => is && show())
    // The poke from the beginning: a page's one connection would be opened anew for a topic that comes later. The first
    // one only says how things stand.
    const forget = [onPoke(`announcements:${id}`, look), whenIdle(look)]
    return () => forget.forEach((stop) => stop())
  }, [id, slug])
  return slot ? <AnnouncementBanner conference={conference} slot={slot} /> : null
}

const TIMEOUT_MS = 10_000

/** Without an answer there may be something on this device. */
async function isAnythingAnnounced(slug: string): Promise<boolean> {
  try {
    const response = await fetch(`/c/${slug}/announcements.json`, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return !response.ok || (await response.text()).trim() !== '[]'
  } catch {
    return true
  }
}
