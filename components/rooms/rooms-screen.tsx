'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useNow } from '@/components/shared/use-now'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import { PartLink } from '@/components/shared/part-link'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { DoorReport } from './door-report'
import { RoomStateFacts } from './room-state'

type Props = { conference: { id: string; slug: string; name: string } }

/** Every room: how full it is, who says so, what is on, and what comes. */
export function RoomsScreen({ conference }: Props) {
  const t = useTranslations('rooms')
  const { agenda, failed } = useAgenda(conference.slug)
  const { byRoom, ready, fresh } = useRoomStates(conference)
  const now = useNow()
  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="text-muted">{t('lead')}</p>
      </header>
      {ready && !fresh ? (
        <Notice tone="warning" live>
          {t('stale')}
        </Notice>
      ) : null}
      {!agenda ? (
        <p role="status" className="text-muted">
          {failed ? t('unreachable') : t('loading')}
        </p>
      ) : (
        <RoomList agenda={agenda} conference={conference} byRoom={byRoom} now={now} />
      )}
    </main>
  )
}

type ListProps = Props & { agenda: Agenda; byRoom: ReadonlyMap<string, RoomStateNow>; now: Date | null }

function RoomList({ agenda, conference, byRoom, now }: ListProps) {
  const t = useTranslations('rooms')
  const sessions = useMemo(() => new Map(agenda.sessions.map((session) => [session.id, session])), [agenda])
  const next = useMemo(() => (now ? nextByRoom(agenda, now) : new Map<string, AgendaSession>()), [agenda, now])
  const { timeZone } = agenda.conference
  const { offer, offerPlanB } = usePlanBOffer({ ...conference, timeZone })
  if (agenda.rooms.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <>
      <ul className="grid gap-2">
        {agenda.rooms.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            state={byRoom.get(room.id)}
            session={sessions.get(byRoom.get(room.id)?.session ?? '')}
            next={next.get(room.id)}
            timeZone={timeZone}
            conference={conference}
            now={now}
            onTurnedAway={offerPlanB}
          />
        ))}
      </ul>
      {offer}
    </>
  )
}

type RowProps = Props & {
  room: AgendaRoom
  state: RoomStateNow | undefined
  session: AgendaSession | undefined
  next: AgendaSession | undefined
  timeZone: string
  now: Date | null
  onTurnedAway: (session: AgendaSession) => void
}

function RoomRow({ room, state, session, next, timeZone, conference, now, onTurnedAway }: RowProps) {
  const t = useTranslations('rooms')
  const capacity = state?.capacity ?? room.capacity
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-semibold">
          <PartLink
            conference={conference.slug}
            kind="room"
            part={room}
            className="inline-flex min-h-11 items-center"
          />
        </h2>
        <p className="text-sm text-muted">
          <Facts of={[room.zone, room.floor, capacity ? t('capacity', { capacity, kind: room.capacityKind }) : '']} />
        </p>
      </div>
      {state ? <RoomStateFacts room={state} now={now} /> : null}
      {session ? (
        <SessionLine
          name={t(isOn(session, now) ? 'now' : 'next')}
          session={session}
          timeZone={timeZone}
          slug={conference.slug}
          now={now}
        />
      ) : null}
      {session ? (
        <DoorReport
          key={session.id}
          conference={conference}
          session={session}
          room={room.id}
          onTurnedAway={onTurnedAway}
        />
      ) : null}
      {next && next.id !== session?.id ? (
        <SessionLine name={t('next')} session={next} timeZone={timeZone} slug={conference.slug} now={now} />
      ) : null}
    </li>
  )
}

function SessionLine({
  name,
  session,
  timeZone,
  slug,
  now,
}: {
  name: string
  session: AgendaSession
  timeZone: string
  slug: string
  now: Date | null
}) {
  const language = useLocale()
  return (
    <p>
      <span className="text-muted">
        {name}{' '}
        {session.startAt && now
          ? sayWhen({ startAt: session.startAt }, { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) })
          : ''}{' '}
      </span>
      <a
        dir="auto"
        href={pageAddress(slug, 'session', session.slug)}
        lang={session.language}
        className="inline-flex min-h-11 items-center font-medium underline underline-offset-4"
      >
        {session.title}
      </a>
    </p>
  )
}

/** A room's state may already be about what it opens its doors for. */
function isOn({ startAt }: AgendaSession, now: Date | null): boolean {
  return now !== null && startAt !== undefined && Date.parse(startAt) <= now.getTime()
}

/** What begins next in each room. */
function nextByRoom(agenda: Agenda, now: Date): Map<string, AgendaSession> {
  const coming = agenda.sessions
    .filter(({ startAt, status }) => startAt && status !== 'cancelled' && Date.parse(startAt) > now.getTime())
    .sort((a, b) => ((a.startAt ?? '') < (b.startAt ?? '') ? 1 : -1))
  return new Map(coming.flatMap((session) => session.rooms.map((room) => [room, session] as const)))
}
