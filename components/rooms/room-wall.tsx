'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useNow } from '@/components/shared/use-now'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { sayClock } from '@/lib/i18n/dates'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import type { WallRoom } from '@/lib/rooms/server/wall'
import { onPoke } from '@/lib/sync/client/exchange/pokes'
import { topicOf } from '@/lib/sync/live-document'
import { WallCard } from './wall-card'

type Props = {
  conference: { id: string; name: string; timeZone: string }
  /** The most urgent first. */ rooms: WallRoom[]
}

/** Slots end and reports grow old without a word. */
const REFRESH_MS = 30_000
/** A hall that counts pokes every second; nobody reads faster than this. */
const APART_MS = 1_000

/** All rooms, big and dark, the most urgent first, kept true by pokes; it can fill a whole screen. */
export function RoomWall({ conference, rooms }: Props) {
  const t = useTranslations('wall')
  const now = useNow()
  const wall = useRef<HTMLElement>(null)
  useRefresh(conference.id)
  return (
    <section
      ref={wall}
      aria-label={t('title')}
      className={
        'always-dark grid content-start gap-2 overflow-y-auto rounded-xl bg-ground p-3 text-ink ' +
        'lg:mx-[calc(50%-50vw+1rem)]'
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-lg font-semibold">
          <Outside>{conference.name}</Outside>{' '}
          <span className="tabular-nums text-muted">{now ? sayClock(now, conference.timeZone) : ''}</span>
        </p>
        <Button onClick={() => void fillScreen(wall.current)}>{t('fullScreen')}</Button>
      </div>
      {rooms.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11.5rem),1fr))] gap-2">
        {rooms.map((room) => (
          <WallCard key={room.id} room={room} timeZone={conference.timeZone} now={now} />
        ))}
      </ul>
    </section>
  )
}

/** Asks for the page anew at each poke, at most once a second, and twice a minute. */
function useRefresh(conferenceId: string): void {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null
        router.refresh()
      }, APART_MS)
    }
    const [stop, often] = [onPoke(topicOf(roomStatesDocument, conferenceId), soon), setInterval(soon, REFRESH_MS)]
    return () => {
      stop()
      clearInterval(often)
      if (timer) clearTimeout(timer)
    }
  }, [conferenceId, router])
}

/** On an iPhone nothing but a video can fill the screen. */
async function fillScreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await element?.requestFullscreen?.().catch(() => undefined)
}
