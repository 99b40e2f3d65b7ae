'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { waitApart } from '@/lib/platform/ticks'
import { agendaDocument } from '@/lib/program/agenda-document'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { topicOf } from '@/lib/sync/live-document'

/** Slots end and reports grow old without a word. */
const REFRESH_MS = 30_000
/** A hall that counts pokes every second; nobody reads faster than this. */
const APART_MS = 1_000

/** What pages follow: the programme, how rooms stand, and the draft that organizers share. */
const topics = {
  programme: (id: string) => topicOf(agendaDocument, id),
  rooms: (id: string) => topicOf(roomStatesDocument, id),
  draft: (id: string) => `draft:${id}`,
} as const

type Following = { conferenceId: string; /** What of it the page shows. */ of: readonly (keyof typeof topics)[] }

/** Asks for the page anew as soon as something that it shows is another, and twice a minute. */
export function useFreshPage({ conferenceId, of }: Following): void {
  const router = useRouter()
  const followed = of.map((one) => topics[one](conferenceId)).join(' ')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    let lastAt = Date.now()
    const soon = () => {
      timer ??= setTimeout(
        () => {
          timer = null
          lastAt = Date.now()
          router.refresh()
        },
        waitApart(lastAt, Date.now(), APART_MS),
      )
    }
    // A connection begins by saying how each topic stands: the page, which has just been drawn, says the same.
    const known = new Map<string, number | null>()
    const stops = followed.split(' ').map((topic) =>
      onPoke(topic, (version) => {
        const before = known.get(topic)
        known.set(topic, version)
        if (version === null || (before !== undefined && before !== version)) soon()
      }),
    )
    const often = setInterval(soon, REFRESH_MS)
    return () => {
      stops.forEach((stop) => stop())
      clearInterval(often)
      if (timer) clearTimeout(timer)
    }
  }, [followed, router])
}

/** Keeps the page around it true. */
export function FreshPage(following: Following) {
  useFreshPage(following)
  return null
}
