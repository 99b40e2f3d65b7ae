import { useLocale, useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Facts } from '@/components/ui/facts'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { canBeAtDoor } from '@/lib/planning/now'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import type { TiledRoom } from '@/lib/rooms/room-tiles'
import { DoorReport } from './door-report'
import { RoomBar } from './room-bar'
import { RoomStateFacts } from './room-state'
import { WayLink } from './building/way-link'

type Props = {
  conference: { id: string; slug: string }
  /** Where the venue's c3nav is. */ c3nav: string | undefined
  tile: TiledRoom
  timeZone: string
  now: Date
  onTurnedAway: (session: AgendaSession) => void
  onClose: () => void
}

/** All there is about one room now, and what somebody at its door can say. Load it where it is opened. */
export function RoomSheet({ conference, c3nav, tile, timeZone, now, onTurnedAway, onClose }: Props) {
  const [t, schedule] = [useTranslations('rooms'), useTranslations('schedule')]
  const { room, state, session, isOn, next } = tile
  const capacity = state?.capacity ?? room.capacity
  return (
    <Dialog title={room.name} closeName={schedule('close')} onClose={onClose}>
      <p className="text-sm text-muted">
        <Facts of={[room.zone, room.floor, capacity ? t('capacity', { capacity, kind: room.capacityKind }) : '']} />
      </p>
      {state ? (
        <div className="grid gap-1">
          <RoomStateFacts room={state} now={now} />
          <RoomBar state={state} className="rounded-full" />
        </div>
      ) : null}
      {session ? (
        <Line name={t(isOn ? 'now' : 'next')} session={session} slug={conference.slug} {...{ timeZone, now }} />
      ) : null}
      {session && canBeAtDoor(session, now) ? (
        <DoorReport
          key={session.id}
          conference={conference}
          session={session}
          room={room.id}
          onTurnedAway={(from) => {
            onClose()
            onTurnedAway(from)
          }}
        />
      ) : null}
      {next ? <Line name={t('next')} session={next} slug={conference.slug} {...{ timeZone, now }} /> : null}
      <a
        href={pageAddress(conference.slug, 'room', room.slug)}
        className="flex min-h-11 items-center border-t border-line pt-2 text-accent underline underline-offset-4"
      >
        {t('allOfRoom')}
      </a>
      {c3nav ? <WayLink c3nav={c3nav} slug={room.slug} /> : null}
    </Dialog>
  )
}

type LineProps = { name: string; session: AgendaSession; slug: string; timeZone: string; now: Date }

function Line({ name, session, slug, timeZone, now }: LineProps) {
  const language = useLocale()
  const under = dateOfWhen({ startAt: now }, timeZone)
  return (
    <p className="border-t border-line pt-2">
      <span className="text-sm text-muted">
        {name} {sayWhen(session, { timeZone, language, under })}
      </span>
      <a
        dir="auto"
        href={pageAddress(slug, 'session', session.slug)}
        lang={session.language}
        className="flex min-h-11 items-center font-medium underline underline-offset-4"
      >
        {session.title}
      </a>
    </p>
  )
}
