import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { PlanStage } from '@/components/rooms/building/plan-stage'
import { Button } from '@/components/ui/button'
import { isolated } from '@/lib/platform/bidi'
import { pictureAddress } from '@/lib/program/building/floor-address'
import type { PlanPoint } from '@/lib/program/building/plan-point'
import type { ListedFloor, PlacedRoom } from '@/lib/schedule/building/list-floors'
import { DeskPins } from './desk-pins'
import { RoomTray } from './room-tray'
import type { SaidStep } from './said-bar'
import { usePlanHand } from './use-plan-hand'
import type { usePlaces } from './use-places'
import { useStageWords } from './use-stage-words'

type Props = { floor: ListedFloor; places: ReturnType<typeof usePlaces>; onSaid: (step: SaidStep) => void }

/** A floor with the rooms on it, and those that are on none: dragged, tapped or moved by keys. */
export function FloorDesk({ floor, places: { rooms, show, save }, onSaid }: Props) {
  const t = useTranslations('manage.building')
  const [root, surface, hint] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useId()]
  const [chosenId, setChosen] = useState<string | null>(null)
  /** Where a room was before it was taken up; what is over the plan is shown there. */
  const before = useRef<PlacedRoom | null>(null)
  /** What is dragged from the tray stays in it until it is let go: a finger is followed by what it touched first. */
  const [carriedId, setCarried] = useState<string | null>(null)
  const chosen = rooms.find(({ id }) => id === chosenId)
  const here = rooms.filter(({ place }) => place?.floor === floor.id)

  const takeUp = (id: string) => {
    if (before.current?.id === id) return
    before.current = rooms.find((room) => room.id === id) ?? null
    setCarried(before.current && !before.current.place ? id : null)
  }
  const letGo = () => {
    const was = before.current
    before.current = null
    setCarried(null)
    return was
  }
  const settle = (room: PlacedRoom | null | undefined, point: PlanPoint | null) => {
    letGo()
    if (!room) return
    const was = room.place ?? null
    const place = point && { floor: floor.id, ...point }
    void save(room.id, place).then((isSaved) => {
      const text = t(place ? 'placed' : 'takenOff', { room: isolated(room.name) })
      if (isSaved) onSaid({ text, undo: () => void save(room.id, was).then(() => onSaid({ text: t('undone') })) })
    })
  }
  const putBack = () => {
    const was = letGo()
    if (was) show(was.id, was.place ?? null)
  }
  usePlanHand(root, surface, {
    over(held, point) {
      const id = roomOf(held)
      takeUp(id)
      if (point) show(id, { floor: floor.id, ...point })
      else if (before.current) show(id, before.current.place ?? null)
    },
    drop: (_, point) => (point ? settle(before.current, point) : putBack()),
    cancel: putBack,
  })
  const put = (point: PlanPoint) => {
    settle(chosen, point)
    setChosen(null)
  }
  return (
    <div ref={root} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <RoomTray
        rooms={rooms.filter(({ id, place }) => !place || id === carriedId)}
        chosen={chosenId}
        carried={carriedId}
        onChoose={(id) => setChosen(id === chosenId ? null : id)}
      />
      <p id={hint} className="sr-only">
        {t('pinHint')}
      </p>
      <PlanStage
        floor={floor}
        src={pictureAddress(floor.picture)}
        words={useStageWords(floor.name)}
        surface={surface}
        onPoint={chosen ? put : undefined}
      >
        <DeskPins
          rooms={here}
          surface={surface}
          chosen={chosenId}
          hint={hint}
          onChoose={({ id }) => setChosen(id === chosenId ? null : id)}
          onMove={({ id }, point) => {
            takeUp(id)
            show(id, { floor: floor.id, ...point })
          }}
          onSettle={({ place }) => settle(before.current, place ?? null)}
          onRemove={(room) => settle(room, null)}
        />
      </PlanStage>
      {/* Below the plan and over its foot: what is about to be tapped stays where it is. */}
      {chosen ? (
        <div
          className={
            'sticky bottom-20 z-20 flex flex-wrap items-center gap-2 rounded-lg border border-edge bg-raised p-2 ' +
            'lg:bottom-2'
          }
        >
          <p role="status" className="text-sm font-medium">
            {t('chosen', { room: isolated(chosen.name) })}
          </p>
          {chosen.place ? (
            <Button
              onClick={() => {
                settle(chosen, null)
                setChosen(null)
              }}
            >
              {t('takeOff')}
            </Button>
          ) : (
            <Button
              onClick={() => {
                put({ x: 0.5, y: 0.5 })
                // Its pin is there as soon as it is drawn, and takes the arrows.
                requestAnimationFrame(() => pinOf(surface.current, chosen.id)?.focus())
              }}
            >
              {t('toMiddle')}
            </Button>
          )}
          <Button onClick={() => setChosen(null)}>{t('unchoose')}</Button>
        </div>
      ) : null}
    </div>
  )
}

function roomOf(held: string): string {
  return held.replace(/^room:/, '')
}

function pinOf(surface: HTMLElement | null, room: string): HTMLElement | null {
  return surface?.querySelector<HTMLElement>(`[data-held="room:${CSS.escape(room)}"]`) ?? null
}
