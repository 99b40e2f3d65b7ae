'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { FloorTabs } from '@/components/rooms/building/floor-tabs'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaWalk } from '@/lib/program/agenda'
import type { ListedFloor, PlacedRoom, RemovedFloor } from '@/lib/schedule/building/list-floors'
import { FloorDesk } from './floor-desk'
import { FloorSettings } from './floor-settings'
import { PlanForm } from './plan-form'
import { RemovedFloors } from './removed-floors'
import { SaidBar, type SaidStep } from './said-bar'
import { ScaleDesk } from './scale-desk'
import { usePlaces } from './use-places'
import { useReasonWords } from './use-reason-words'
import { WalksOffer } from './walks-offer'

type Props = {
  conference: string
  floors: readonly ListedFloor[]
  /** Those that can be brought back. */ removed: readonly RemovedFloor[]
  rooms: readonly PlacedRoom[]
  walks: readonly AgendaWalk[]
}

/** The plans of a building: sent, put in order and given a scale, with its rooms on them. */
export function BuildingDesk({ conference, floors, removed, rooms: given, walks }: Props) {
  const [t, sayReason] = [useTranslations('manage.building'), useReasonWords()]
  const [openId, setOpen] = useState<string | null>(null)
  const [isScaling, setScaling] = useState(false)
  const [said, setSaid] = useState<SaidStep | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const places = usePlaces(conference, given)
  const floor = floors.find(({ id }) => id === openId) ?? floors[0]
  const named = new Set(floors.map(({ name }) => name))
  const names = [...new Set(given.flatMap((room) => room.floor ?? []))].filter((name) => !named.has(name))
  const sent = () => {
    setSaid({ text: t('sent') })
    // The form is far below what it gave.
    bar.current?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="text-muted">{t('lead')}</p>
      <FloorTabs
        label={t('floors')}
        floors={floors}
        shown={floor?.id}
        onChoose={(id) => {
          setOpen(id)
          setScaling(false)
          setSaid(null)
        }}
      />
      {floor ? null : <p className="text-muted">{t('none')}</p>}
      {floor && !isScaling ? (
        <FloorDesk key={floor.id} floor={floor} places={places} onSaid={setSaid} />
      ) : floor ? (
        <ScaleDesk
          key={floor.id}
          {...{ conference, floor }}
          onDone={(step) => {
            setScaling(false)
            if (step) setSaid(step)
          }}
        />
      ) : null}
      <div ref={bar}>
        <SaidBar said={said} />
      </div>
      {places.failed ? (
        <Notice tone="danger" live>
          <p>{sayReason(places.failed)}</p>
        </Notice>
      ) : null}
      {floor ? (
        <FloorSettings
          key={`${floor.id} of it`}
          {...{ conference, floor, floors, isScaling }}
          onScale={() => {
            setScaling(true)
            setSaid(null)
          }}
          onSent={sent}
          onSaid={setSaid}
          removedWords={t('removed', { name: isolated(floor.name) })}
        />
      ) : null}
      <details className="rounded-xl border border-line bg-raised p-4" open={floors.length === 0}>
        <summary className="flex min-h-11 items-center text-lg font-semibold">{t('addFloor')}</summary>
        <PlanForm
          conference={conference}
          of={null}
          names={names}
          submit={t('send')}
          onSent={(id) => {
            setOpen(id)
            sent()
          }}
        />
      </details>
      <RemovedFloors {...{ conference, removed }} onSaid={setSaid} />
      {floors.length > 0 ? (
        <WalksOffer {...{ conference, floors, walks }} rooms={places.rooms} onSaid={setSaid} />
      ) : null}
    </div>
  )
}
