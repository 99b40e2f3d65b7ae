'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useFreshPage } from '@/components/shared/fresh-page'
import { useNow } from '@/components/shared/use-now'
import { Outside } from '@/components/ui/facts'
import { sayClock } from '@/lib/i18n/dates'
import type { WallRoom } from '@/lib/rooms/server/wall'
import { wallRows } from '@/lib/rooms/wall-grid'
import { useFullScreen } from './use-full-screen'
import { WallCard } from './wall-card'

type Props = {
  conference: { id: string; name: string; timeZone: string }
  /** The most urgent first. */ rooms: WallRoom[]
}

/** All rooms, big and dark, the most urgent first, kept true by pokes; it can fill a whole screen. */
export function RoomWall({ conference, rooms }: Props) {
  const t = useTranslations('wall')
  const now = useNow()
  const wall = useRef<HTMLElement>(null)
  const { isFull, toggle } = useFullScreen(wall)
  useFreshPage({ conferenceId: conference.id, of: ['programme', 'rooms'] })
  return (
    <section
      ref={wall}
      aria-label={t('title')}
      className={
        'always-dark flex flex-col bg-ground text-ink ' +
        (isFull ? 'fixed inset-0 z-50 overflow-y-auto p-px' : 'rounded-xl p-2 lg:mx-[calc(50%-50vw+1rem)]')
      }
    >
      <div className="flex items-center justify-between gap-x-4 px-2">
        <p className="min-w-0 truncate text-lg font-semibold">
          <span className="tabular-nums">{now ? sayClock(now, conference.timeZone) : ''}</span>{' '}
          <span className="font-normal text-muted">
            <Outside>{conference.name}</Outside>
          </span>
        </p>
        <button
          type="button"
          onClick={toggle}
          className="min-h-11 shrink-0 px-2 text-base text-accent underline underline-offset-4"
        >
          {t(isFull ? 'leaveScreen' : 'fullScreen')}
        </button>
      </div>
      {rooms.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <WallCards isFull={isFull} rooms={rooms} timeZone={conference.timeZone} now={now} />
    </section>
  )
}

type CardsProps = { isFull: boolean; rooms: WallRoom[]; timeZone: string; now: Date | null }

/** The cards: on a page in a grid that goes on downwards, on a screen of their own all at once, as large as can be. */
function WallCards({ isFull, rooms, timeZone, now }: CardsProps) {
  const list = useRef<HTMLUListElement>(null)
  const size = useSize(list)
  const rowOf = new Map(
    isFull && size
      ? wallRows(rooms, size.width, size.height).flatMap((row, _, rows) =>
          row.map(({ id }) => [id, { width: `${100 / row.length}%`, height: `${100 / rows.length}%` }]),
        )
      : [],
  )
  return (
    <ul
      ref={list}
      className={
        isFull
          ? 'flex min-h-0 grow flex-wrap content-start'
          : 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,11.5rem),1fr))]'
      }
    >
      {rooms.map((room) => (
        <li key={room.id} style={rowOf.get(room.id)} className={isFull ? 'min-h-28 p-px' : 'h-48 p-1'}>
          <WallCard room={room} timeZone={timeZone} now={now} />
        </li>
      ))}
    </ul>
  )
}

/** How large an element is; null until it stands. */
function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const observer = new ResizeObserver(() => setSize({ width: watched.clientWidth, height: watched.clientHeight }))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
