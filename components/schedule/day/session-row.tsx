import { memo } from 'react'
import { SessionFlags } from '@/components/shared/session-flags'
import { StateSign, stateColors, type RoomNote } from '@/components/shared/state-sign'
import { minutesOn } from '@/lib/planning/day-list'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { roomNames, speakersAlone, type AgendaParts } from '@/lib/program/agenda-parts'
import { MarkedText } from '@/components/shared/marked-text'
import type { PickRank } from '@/lib/planning/schema'
import { PickButton } from '../pick-button'
import type { CardWords } from '../session-card'

type Props = {
  conference: string
  session: AgendaSession
  parts: AgendaParts
  words: CardWords
  rank: PickRank | undefined
  onPick: (session: AgendaSession) => void
  /** How its room stands. */
  room?: RoomNote
  /** Shown in full although it is hidden. */
  unfolded?: boolean
  /** What is to be said of its time, where the heading above does not say it. */
  time?: string
  /** What was searched for, to be marked. */
  sought?: string
}

/**
 * One session in the list of a day: its whole title, who in one line, where and under what, and the pick. As few
 * elements as it takes, for a day has two hundred of them.
 */
export const SessionRow = memo(function SessionRow({
  conference,
  session,
  parts,
  words,
  rank,
  onPick,
  room,
  unfolded = false,
  time = '',
  sought = '',
}: Props) {
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const cancelled = session.status === 'cancelled'
  const hidden = rank === 'hidden'
  const speakers = speakersAlone(session, parts)
  return (
    <li
      data-min={minutesOn(session)}
      className={`session-row track-${track?.color ?? 0} ${hidden ? 'bg-sunken text-muted' : ''}`}
    >
      <a
        id={`s${session.number}`}
        href={pageAddress(conference, 'session', session.slug)}
        lang={session.language}
        dir="auto"
        className={cancelled ? 'line-through' : undefined}
      >
        <MarkedText text={session.title} sought={sought} />
      </a>
      {hidden && !unfolded ? null : (
        <>
          {speakers ? (
            <p dir="auto" className="truncate">
              <MarkedText text={speakers} sought={sought} />
            </p>
          ) : null}
          <Where {...{ session, parts, words, room, time, sought }} />
        </>
      )}
      {hidden ? (
        <button
          type="button"
          aria-label={`${words.bringBack}: ${session.title}`}
          onClick={() => onPick(session)}
          className="min-h-11 px-1 text-xs text-accent underline underline-offset-4"
        >
          {words.bringBack}
        </button>
      ) : cancelled && !rank ? null : (
        <PickButton place="row" name={words.pick} title={session.title} rank={rank} onPick={() => onPick(session)} />
      )}
    </li>
  )
})

type WhereProps = Pick<Props, 'session' | 'parts' | 'words' | 'room'> & { time: string; sought: string }

/** What to know before going, room and its state, track, and what the heading does not say of the time. */
function Where({ session, parts, words, room, time, sought }: WhereProps) {
  const rooms = roomNames(session, parts)
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const before = [session.status === 'cancelled' ? words.cancelled : '', time, room ? '' : rooms].filter(Boolean)
  const kind = session.kind === 'talk' ? '' : words.kinds[session.kind]
  const event = parts.colocatedEvents.get(session.colocated ?? '')?.name
  const group = track?.name ?? event ?? kind
  if (before.length === 0 && !room && !group && !session.flags) return null
  return (
    <p>
      {session.flags ? (
        <>
          <SessionFlags of={session.flags} words={words.flags} />
          {before.length > 0 || room || group ? ' · ' : null}
        </>
      ) : null}
      {room ? (
        <span className={`font-medium ${stateColors[room.state]}`}>
          <StateSign state={room.state} className="mr-1 inline size-[1em] align-[-0.125em]" />
          {[rooms, room.text].filter(Boolean).join(' · ')}
        </span>
      ) : null}
      {room && before.length > 0 ? ' · ' : null}
      <MarkedText text={before.join(' · ')} sought={sought} />
      {group ? (
        <>
          {before.length > 0 || room ? ' · ' : null}
          <span className={track ? 'track-word' : undefined}>
            <MarkedText text={isolated(group)} sought={sought} />
          </span>
        </>
      ) : null}
    </p>
  )
}
