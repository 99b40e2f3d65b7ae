import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PartLinks } from '@/components/shared/part-links'
import { SessionFlags } from '@/components/shared/session-flags'
import type { RoomNote } from '@/components/shared/state-sign'
import { useFlagWords } from '@/components/shared/use-flag-words'
import { ButtonLink } from '@/components/ui/button'
import { sayWhen } from '@/lib/i18n/dates'
import type { Fullness } from '@/lib/planning/alternatives'
import type { TimeLeft } from '@/lib/planning/time-span'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { WRITE } from '@/lib/program/pages'
import { roomsOf, type AgendaParts } from '@/lib/program/agenda-parts'
import { RoomFill } from './room-fill'
import { TimeBar } from './time-bar'

type Props = {
  conference: string
  session: AgendaSession
  parts: AgendaParts
  heading: string
  timeZone: string
  /** The date on the screen's clocks. */ today: string
  left: TimeLeft | null
  /** When to leave, how far it is, what it overlaps with. */ note?: string
  room?: RoomNote
  fullness: Fullness
  seatsLeft: number | null
  /** I said that I am in it: writing comes first. */ isInside: boolean
  /** What there is to do about it: plan B, a word about its room. */ children: ReactNode
}

/** What I am in or what is next for me, in one look: where, how long, how full, and what to do. */
export function NowCard({
  conference,
  session,
  parts,
  heading,
  timeZone,
  today,
  left,
  note,
  room,
  fullness,
  seatsLeft,
  isInside,
  children,
}: Props) {
  const [t, language, flagWords] = [useTranslations('plan'), useLocale(), useFlagWords()]
  const address = pageAddress(conference, 'session', session.slug)
  const rooms = roomsOf(session, parts)
  const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
  const track = parts.tracks.get(session.track ?? '')
  return (
    <section
      aria-labelledby="now-card"
      className={
        `track-${track?.color ?? 0} grid gap-3 rounded-xl border border-l-4 border-line border-l-track ` +
        'bg-raised p-4'
      }
    >
      <div>
        <h2 id="now-card" className="text-sm font-semibold text-muted">
          {heading}
        </h2>
        <a
          dir="auto"
          lang={session.language}
          href={address}
          className="inline-flex min-h-11 items-center text-xl font-semibold leading-tight tracking-tight"
        >
          {settleBidi(session.title)}
        </a>
        {session.flags ? (
          <p className="text-sm">
            <SessionFlags of={session.flags} words={flagWords} />
          </p>
        ) : null}
        {rooms.length + speakers.length > 0 ? (
          <div className="flex flex-wrap gap-x-4">
            {rooms.length > 0 ? (
              <p>
                <PartLinks
                  conference={conference}
                  className="inline-flex min-h-11 items-center font-medium"
                  kind="room"
                  areOnPlan
                  parts={rooms}
                />
              </p>
            ) : null}
            {speakers.length > 0 ? (
              <p className="py-2.5">
                <PartLinks
                  conference={conference}
                  className="inline-block font-medium"
                  kind="speaker"
                  parts={speakers}
                />
              </p>
            ) : null}
          </div>
        ) : null}
      </div>
      {left ? <TimeBar left={left} when={sayWhen(session, { timeZone, language, under: today })} /> : null}
      {note && !isInside ? <p className="text-sm font-medium text-warning">{note}</p> : null}
      {room ? <RoomFill note={room} fullness={fullness} seatsLeft={seatsLeft} /> : null}
      {isInside ? (
        <ButtonLink variant="primary" href={`${address}${WRITE}`}>
          {t('writeNote')}
        </ButtonLink>
      ) : null}
      {children}
    </section>
  )
}
