'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useWaitingReports } from '@/components/rooms/use-waiting-reports'
import { rememberConference } from '@/lib/program/device/last-conference'
import { watchConference } from '@/lib/program/device/watch-conference'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { whenIdle } from '@/lib/sync/client/exchange/when-idle'
import { topicOf } from '@/lib/sync/live-document'
import { DeviceWatch } from './device-watch'
import { GoneWatch } from './gone-watch'
import { KeepForGood } from './keep-for-good'

const Announcements = dynamic(
  () => keepTrying(() => import('@/components/rooms/announcements')).then((module) => module.Announcements),
  { ssr: false },
)

const keeper = () => import('@/lib/program/device/keep-conference')

/**
 * Listens for this conference's pokes while the page is open, shows what is announced, sends what was said of rooms
 * without a network, and brings all of it to this device when the page is done with its own work.
 */
export function LiveConference({ id, slug }: { id: string; slug: string }) {
  useEffect(() => watchConference(id, slug), [id, slug])
  useWaitingReports(id)
  const [isListening, setListening] = useState(false)
  useEffect(() => {
    rememberConference(slug)
    const listen = () => setListening(true)
    const keepOnce = () =>
      void keeper()
        .then(({ keepUnlessRecent }) => keepUnlessRecent(slug))
        .catch(() => undefined)
    const forget = [
      // From the beginning: a page's one connection would be opened anew for a topic that comes later.
      onPoke(topicOf(announcementsDocument, id), listen),
      whenIdle(keepOnce),
      whenIdle(listen),
    ]
    return () => forget.forEach((stop) => stop())
  }, [id, slug])
  return (
    <>
      <KeepForGood />
      <DeviceWatch />
      <GoneWatch id={id} slug={slug} />
      {isListening ? <Announcements conference={{ id, slug }} /> : null}
    </>
  )
}
