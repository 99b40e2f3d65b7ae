import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ZoneNote, type Zone } from '@/components/shared/zone-note'
import { DOT, Facts, Outside } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { isGiven, withoutFrame, type AgendaPart } from '@/lib/program/parts'
import { spansOf } from '@/lib/program/part-list'
import { Initials } from '@/components/shared/initials'
import { PartLink } from '@/components/shared/part-link'
import { PlaceLink, WayLink } from '@/components/rooms/building/way-link'
import { PartRoomState } from './room-now'

type Props = {
  of: AgendaPart
  /** With its sessions alone. */ agenda: Agenda
  zone: Zone
  tagline?: string | null
}

/** What a speaker, room, track or co-located event is, in a few lines. */
export function PartHead({ of, agenda, zone, tagline }: Props) {
  const t = useTranslations('parts')
  const count = t('sessions', { count: agenda.sessions.filter(isGiven).length })
  switch (of.kind) {
    case 'speaker':
      return (
        <header className="flex items-center gap-4">
          <Initials name={of.part.name} large />
          <Lines name={of.part.name}>
            <Facts of={[of.part.company, tagline === of.part.company ? null : tagline]} />
          </Lines>
        </header>
      )
    case 'room':
      return (
        <header>
          <Lines name={of.part.name}>
            <RoomFacts room={of.part} />
          </Lines>
          <PartRoomState conference={agenda.conference} roomId={of.part.id} />
          {of.part.place ? <PlaceLink conference={agenda.conference.slug} room={of.part} /> : null}
          {agenda.conference.c3nav ? <WayLink c3nav={agenda.conference.c3nav} slug={of.part.slug} /> : null}
        </header>
      )
    case 'track':
      return (
        <header className={`track-${of.part.color} border-l-4 border-track pl-3`}>
          <Lines name={of.part.name}>{count}</Lines>
        </header>
      )
    case 'colocated':
      return (
        <header>
          <Lines name={of.part.name}>
            <Outside>{[of.part.pass, count].filter(Boolean).join(DOT)}</Outside>
          </Lines>
          <ZoneNote zone={zone} />
          <ColocatedFacts agenda={agenda} timeZone={zone.timeZone} />
        </header>
      )
  }
}

function Lines({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h1 className="text-2xl font-semibold leading-tight tracking-tight">
        <Outside>{name}</Outside>
      </h1>
      <p className="mt-1 text-muted empty:hidden">{children}</p>
    </div>
  )
}

function RoomFacts({ room }: { room: Agenda['rooms'][number] }) {
  const t = useTranslations('rooms')
  const { capacity, capacityKind: kind } = room
  return <Facts of={[room.zone, room.floor, capacity ? t('capacity', { capacity, kind }) : '']} />
}

function ColocatedFacts({ agenda, timeZone }: { agenda: Agenda; timeZone: string }) {
  const [t, language] = [useTranslations('parts'), useLocale()]
  const within = withoutFrame(agenda.sessions)
  const frame = agenda.sessions.find((session) => !within.includes(session))
  const rooms = agenda.rooms.filter(({ id }) => within.some((session) => session.rooms.includes(id)))
  const spans = spansOf(agenda.sessions.filter(({ status }) => status !== 'cancelled'))
  return (
    <>
      {spans.map((span) => (
        <p key={span.dayOn} className="font-medium tabular-nums first-letter:uppercase">
          {sayWhen(span, { timeZone, language, style: 'long' })}
        </p>
      ))}
      <ul className="flex flex-wrap gap-x-4">
        {rooms.map((room) => (
          <li key={room.id}>
            <PartLink
              conference={agenda.conference.slug}
              kind="room"
              part={room}
              className="inline-flex min-h-11 items-center"
            />
          </li>
        ))}
        {frame ? (
          <li>
            <a
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={pageAddress(agenda.conference.slug, 'session', frame.slug)}
            >
              {t('about')}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  )
}
