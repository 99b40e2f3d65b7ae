import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import { usePlanPicture } from '@/lib/program/device/use-plan-picture'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaFloor } from '@/lib/program/agenda'
import type { TiledRoom } from '@/lib/rooms/room-tiles'
import { PlanRooms } from './plan-rooms'
import { PlanStage } from './plan-stage'

type Props = {
  floor: AgendaFloor
  tiles: readonly TiledRoom[]
  /** The room in the address. */ marked: TiledRoom | undefined
  timeZone: string
  now: Date
  /** Draws a room as it stands in a list. */ draw: (tile: TiledRoom) => ReactNode
  onOpen: (room: string) => void
}

/**
 * The plan of a floor, each room with how it stands; its rooms as a list below, and those that are on no plan. Load it
 * where there is a plan.
 */
export function BuildingView({ floor, tiles, marked, timeZone, now, draw, onOpen }: Props) {
  const t = useTranslations('rooms.building')
  const isMarked = ({ room }: TiledRoom) => room.id === marked?.room.id
  const here = tiles
    .filter(({ room }) => room.place?.floor === floor.id)
    .toSorted((a, b) => Number(isMarked(b)) - Number(isMarked(a)))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p role="status" className="text-sm font-medium empty:hidden">
        {marked?.room.place?.floor === floor.id ? t('marked', { room: isolated(marked.room.name) }) : null}
      </p>
      <FloorPlan key={floor.id} {...{ floor, timeZone, now, onOpen }} tiles={here} marked={marked?.room.id} />
      <RoomList name={t('here')} tiles={here} draw={draw} />
      <RoomList name={t('elsewhere')} tiles={tiles.filter(({ room }) => !room.place)} draw={draw} />
    </div>
  )
}

type PlanProps = Pick<Props, 'tiles' | 'timeZone' | 'now' | 'onOpen'> & {
  floor: AgendaFloor
  /** The id of the room in the address. */ marked: string | undefined
}

function FloorPlan({ floor, marked, ...rooms }: PlanProps) {
  const t = useTranslations('rooms.building')
  const surface = useRef<HTMLDivElement>(null)
  const src = usePlanPicture(floor.picture)
  useEffect(() => {
    if (!marked) return
    surface.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [marked])
  return (
    <PlanStage
      floor={floor}
      src={src}
      words={{
        plan: t('planName', { name: isolated(floor.name) }),
        zoomIn: t('zoomIn'),
        zoomOut: t('zoomOut'),
        missing: t('missing'),
      }}
      surface={surface}
    >
      <PlanRooms surface={surface} marked={marked} {...rooms} />
    </PlanStage>
  )
}

type ListProps = { name: string; tiles: readonly TiledRoom[]; draw: Props['draw'] }

function RoomList({ name, tiles, draw }: ListProps) {
  if (tiles.length === 0) return null
  return (
    <section aria-label={name} className="grid gap-2">
      <h2 className="text-sm font-semibold text-muted">{name}</h2>
      <ul
        className={
          'grid gap-1.5 grid-cols-2 max-[17rem]:grid-cols-1 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] sm:gap-2'
        }
      >
        {tiles.map(draw)}
      </ul>
    </section>
  )
}
