import { memo } from 'react'
import { PartLinks } from '@/components/shared/part-links'
import { SessionFlags, type FlagWords } from '@/components/shared/session-flags'
import { RoomLine, type RoomNote } from '@/components/shared/state-sign'
import { Facts } from '@/components/ui/facts'
import { sayWhen } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { roomsOf, type AgendaParts } from '@/lib/program/agenda-parts'
import type { PickRank } from '@/lib/planning/schema'
import { PickButton } from './pick-button'

type Props = {
  conference: string
  session: AgendaSession
  parts: AgendaParts
  timeZone: string
  /** Words of the screen's language; a card has no translator of its own, so that two hundred stay light. */
  words: CardWords
  rank: PickRank | undefined
  onPick: (session: AgendaSession) => void
  /** What is to be minded about it: plan B, overlaps. */
  note?: string
  /** How its room stands. */
  room?: RoomNote
  /** The date that stands above it; its own day of the programme unless told otherwise. */
  under?: string
  /** Shown in full although it is hidden. */
  unfolded?: boolean
}

export type CardWords = {
  language: string
  pick: string
  bringBack: string
  cancelled: string
  /** Of an end that no heading says, "to 11:30". */ until: (end: string) => string
  kinds: Record<AgendaSession['kind'], string>
  flags: FlagWords
}

/**
 * One session in a list: its whole title, who, when, where, its track as an edge and a word, and the pick. A hidden one
 * is folded to its title and the way to bring it back.
 */
export const SessionCard = memo(function SessionCard({
  conference,
  session,
  parts,
  timeZone,
  words,
  rank,
  onPick,
  note,
  room,
  under = session.dayOn,
  unfolded = false,
}: Props) {
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
  const rooms = roomsOf(session, parts)
  const cancelled = session.status === 'cancelled'
  const hidden = rank === 'hidden'
  const folded = hidden && !unfolded
  return (
    <li
      className={
        `track-${track?.color ?? 0} flex rounded-lg border border-l-4 border-line border-l-track ` +
        `${hidden ? 'bg-sunken text-muted' : 'bg-raised'}`
      }
    >
      <div className={`min-w-0 grow px-3 ${folded ? 'py-2 text-sm' : 'py-3'}`}>
        <a
          id={`s${session.number}`}
          href={pageAddress(conference, 'session', session.slug)}
          lang={session.language}
          dir="auto"
          className={`block font-semibold leading-snug ${cancelled ? 'line-through' : ''}`}
        >
          {session.title}
        </a>
        {folded ? null : (
          <>
            {speakers.length > 0 ? (
              <p className="mt-1 text-sm">
                <PartLinks conference={conference} kind="speaker" parts={speakers} />
              </p>
            ) : null}
            <p className="mt-1 text-sm text-muted">
              <Facts
                of={[
                  cancelled ? words.cancelled : '',
                  session.flags && <SessionFlags of={session.flags} words={words.flags} />,
                  sayWhen(
                    { startAt: session.startAt, endAt: session.endAt },
                    { timeZone, language: words.language, under },
                  ),
                  rooms.length > 0 && <PartLinks conference={conference} kind="room" parts={rooms} />,
                  track?.name ?? parts.colocatedEvents.get(session.colocated ?? '')?.name ?? plainKind(session, words),
                ]}
              />
            </p>
            {room ? (
              <p className="mt-1 text-sm">
                <RoomLine note={room} />
              </p>
            ) : null}
            {note ? <p className="mt-1 text-sm font-medium text-warning">{note}</p> : null}
          </>
        )}
      </div>
      {hidden ? (
        <button
          type="button"
          aria-label={`${words.bringBack}: ${session.title}`}
          onClick={() => onPick(session)}
          className="min-h-11 shrink-0 px-3 text-sm text-accent underline underline-offset-4"
        >
          {words.bringBack}
        </button>
      ) : cancelled && !rank ? null : (
        <PickButton name={words.pick} title={session.title} rank={rank} onPick={() => onPick(session)} />
      )}
    </li>
  )
})

function plainKind(session: AgendaSession, words: CardWords): string {
  return session.kind === 'talk' ? '' : words.kinds[session.kind]
}
