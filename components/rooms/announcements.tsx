'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { ANNOUNCEMENTS_SLOT } from '@/components/shell/announcements-slot'
import { whenIdle } from '@/components/shell/when-idle'
import { onPoke } from '@/lib/sync/client/pokes'

const AnnouncementBanner = dynamic(() => import('./announcement-banner').then((module) => module.AnnouncementBanner), { ssr: false })

/** Brings announcements to the page it is on once that is done with its own work; none where the page has no room for them. */
export function Announcements({ conference }: { conference: { id: string; slug: string } }) {
  const [slot, setSlot] = useState<Element | null>(null)
  // From the beginning: a page's one connection would be opened anew for a topic that comes later.
  useEffect(() => onPoke(`announcements:${conference.id}`, () => undefined), [conference.id])
  useEffect(() => whenIdle(() => setSlot(document.getElementById(ANNOUNCEMENTS_SLOT))), [])
  return slot ? <AnnouncementBanner conference={conference} slot={slot} /> : null
}
