'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useZone, ZoneSwitch } from '@/components/shared/zone-note'
import { useNow } from '@/components/shared/use-now'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { sayDay } from '@/lib/i18n/dates'
import { dateOn } from '@/lib/platform/time'
import type { Agenda } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useAreStatesSettled, useRoomStates } from '@/lib/rooms/device/use-room-states'
import type { TiledRoom as Tile, RoomTiles } from '@/lib/rooms/room-tiles'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { FloorTabs } from './building/floor-tabs'
import { useFloor } from './building/use-floor'
import { RoomTile } from './room-tile'
import { useRoomTiles } from './use-room-tiles'

const BuildingView = dynamic(
  () => keepTrying(() => import('./building/building-view')).then((module) => module.BuildingView),
  { ssr: false, loading: () => <div className="h-80 rounded-lg border border-line bg-sunken" /> },
)
const RoomSheet = dynamic(() => keepTrying(() => import('./room-sheet')).then((module) => module.RoomSheet), {
  ssr: false,
})

/** With more rooms than these a phone shows of each only how it stands. */
const FEW = 12
const SKELETONS = 16

type Props = {
  conference: { id: string; slug: string; name: string }
  /** The rooms for whoever reads without scripts. */
  children?: ReactNode
}

/** Every room: how full it is, who says so, how far; what is on and what to say of it behind a tap. */
export function RoomsScreen({ conference, children }: Props) {
  const t = useTranslations('rooms')
  const { agenda, failed } = useAgenda(conference.slug)
  const { byRoom, ready, fresh } = useRoomStates(conference)
  const isOrdered = useAreStatesSettled(conference)
  const now = useNow()
  const tiles = useRoomTiles(agenda, byRoom, conference.id, now)
  const isDrawn = agenda && tiles && now && isOrdered
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-7xl gap-2 px-4 py-2 lg:py-4">
      {/* On a phone it takes no place where there is nothing to see in it. */}
      <div className="flex flex-wrap items-center justify-between gap-x-3 max-lg:-mb-2">
        <h1 className="text-2xl font-semibold tracking-tight max-lg:sr-only">{t('title')}</h1>
        {isDrawn ? <RoomsZone conferences={agenda.conference.timeZone} /> : null}
      </div>
      {ready && !fresh ? (
        <Notice tone="warning" live>
          {t('stale')}
        </Notice>
      ) : null}
      {isDrawn ? (
        <RoomGrid agenda={agenda} conference={conference} tiles={tiles} now={now} />
      ) : failed ? (
        <p role="status" className="text-muted">
          {t('unreachable')}
        </p>
      ) : (
        <Skeletons />
      )}
      {children}
    </main>
  )
}

const grid =
  'grid gap-1.5 grid-cols-2 max-[17rem]:grid-cols-1 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-2'

type GridProps = Props & { agenda: Agenda; tiles: RoomTiles; now: Date }

function RoomGrid({ agenda, conference, tiles: { day, shown, idle }, now }: GridProps) {
  const [t, language] = [useTranslations('rooms'), useLocale()]
  const { timeZone: conferences } = agenda.conference
  const { timeZone } = useZone(conferences)
  const { offer, offerPlanB } = usePlanBOffer({ ...conference, timeZone })
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const [isList, setList] = useState(false)
  const tiles = [...shown, ...idle]
  const { floor, marked, choose } = useFloor(agenda.floors ?? [], tiles)
  const isPlan = floor !== undefined && !isList
  const open = tiles.find(({ room }) => room.id === opened)
  if (agenda.rooms.length === 0) return <p className="text-muted">{t('none')}</p>
  const today = dateOn(now, conferences)
  const isOver = today > (agenda.days.at(-1) ?? today)
  const tile = (one: Tile) => (
    <RoomTile
      key={one.room.id}
      tile={one}
      timeZone={timeZone}
      now={now}
      day={day && day !== today ? day : undefined}
      isRoomy={shown.length <= FEW}
      onOpen={setOpened}
    />
  )
  return (
    <>
      {day === today || !day ? null : (
        <p className="text-muted">{t(isOver ? 'isOver' : 'notToday', { day: sayDay(day, language) })}</p>
      )}
      {floor ? (
        <div className="flex flex-wrap items-start justify-between gap-2">
          {isPlan ? (
            <FloorTabs label={t('building.floors')} floors={agenda.floors ?? []} shown={floor.id} onChoose={choose} />
          ) : null}
          <Button className="ms-auto" onClick={() => setList(!isList)}>
            {t(isList ? 'building.plan' : 'building.list')}
          </Button>
        </div>
      ) : null}
      {isPlan ? (
        <BuildingView draw={tile} {...{ floor, tiles, marked, timeZone, now }} onOpen={setOpened} />
      ) : (
        <ul className={grid}>{shown.map(tile)}</ul>
      )}
      {idle.length > 0 && !isPlan ? (
        <p>
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'hideIdle' : 'showIdle', { count: idle.length })}
          </Button>
        </p>
      ) : null}
      {all && !isPlan ? <ul className={grid}>{idle.map(tile)}</ul> : null}
      {open ? (
        <RoomSheet
          conference={conference}
          c3nav={agenda.conference.c3nav}
          tile={open}
          timeZone={timeZone}
          now={now}
          onTurnedAway={offerPlanB}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {offer}
    </>
  )
}

function RoomsZone({ conferences }: { conferences: string }) {
  return <ZoneSwitch zone={useZone(conferences)} />
}

/** The shape of what comes. */
function Skeletons() {
  const t = useTranslations('rooms')
  return (
    <>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <ul aria-hidden="true" className={`${grid} noscript:hidden`}>
        {Array.from({ length: SKELETONS }, (_, index) => (
          <li key={index} className="h-[5.75rem] rounded-lg border border-line bg-raised" />
        ))}
      </ul>
    </>
  )
}
