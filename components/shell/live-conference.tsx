'use client'

import { useEffect } from 'react'
import { Announcements } from '@/components/rooms/announcements'
import { useWaitingReports } from '@/components/rooms/use-waiting-reports'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { watchConference } from '@/lib/sync/client/exchange/live'
import { rememberConference } from '@/lib/sync/client/programme/last-conference'
import { DeviceWatch } from './device-watch'
import { KeepForGood } from './keep-for-good'
import { whenIdle } from './when-idle'

/**
 * Listens for this conference's pokes while the page is open, shows what is announced, sends what was said of rooms
 * without a network, and brings all of it to this device when the page is done with its own work.
 */
export function LiveConference({ id, slug }: { id: string; slug: string }) {
  useEffect(() => watchConference(id, slug), [id, slug])
  useWaitingReports(id)
  useEffect(() => {
    rememberConference(slug)
    const keep = (version: number | null) =>
      void import('@/lib/sync/client/programme/keep-conference')
        .then(({ keepConference }) => keepConference(slug, version))
        .catch(() => undefined)
    const forget = [whenIdle(() => keep(null)), onPoke(`conference:${id}`, keep)]
    return () => forget.forEach((stop) => stop())
  }, [id, slug])
  return (
    <>
      <KeepForGood />
      <DeviceWatch />
      <Announcements conference={{ id, slug }} />
    </>
  )
}
