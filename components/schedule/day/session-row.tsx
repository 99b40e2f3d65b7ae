import { memo, type ReactNode } from 'react'
import { SessionFlags } from '@/components/shared/session-flags'
import { StateSign, stateColors, type RoomNote } from '@/components/shared/state-sign'
import { DOT } from '@/components/ui/facts'
import { minutesOn } from '@/lib/planning/day-list'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { roomNames, speakersAlone, type AgendaParts } from '@/lib/program/agenda-parts'
import { MarkedText } from '@/components/shared/marked-text'
import type { PickRank } from '@/lib/planning/schema'
import { PickButton } from '../pick-button'
import type { RowWords } from '../use-row-words'

type Props = {
  conference: string
  session: AgendaSession
  parts: AgendaParts
  words: RowWords
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
  /** What is to be minded about it: plan B, overlaps. */
  note?: string
  /** What else can be done with it. */
  more?: ReactNode
  /** It is the only one at its time, and so in no list. */
  isAlone?: boolean
  /** It is a break or a desk, which is not what people come for. */
  isPractical?: boolean
}

/**
 * One session in a list: its whole title, who in one line, where and under what, and the pick. As few
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
  note,
  more,
  isAlone = false,
  isPractical = false,
}: Props) {
  const Row = isAlone ? 'div' : 'li'
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const cancelled = session.status === 'cancelled'
  const hidden = rank === 'hidden'
  const speakers = speakersAlone(session, parts)
  const who = (
    <p dir="auto" className="min-w-0 truncate text-left">
      <MarkedText text={speakers} sought={sought} />
    </p>
  )
  return (
    <Row
      data-min={minutesOn(session)}
      data-practical={isPractical || undefined}
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
          {room ? (
            <div className="flex justify-between gap-x-2">
              {who}
              <RoomState {...room} />
            </div>
          ) : speakers ? (
            who
          ) : null}
          <Where {...{ session, parts, words, time, sought }} />
          {note ? <p className="font-medium text-warning">{note}</p> : null}
          {more ? <div>{more}</div> : null}
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
    </Row>
  )
})

type WhereProps = Pick<Props, 'session' | 'parts' | 'words'> & { time: string; sought: string }

/**
 * How its room stands. It comes after the page, and takes of the line with the speakers, so that nothing moves. On
 * paper it would be old.
 */
function RoomState({ state, word, age }: RoomNote) {
  return (
    <p className={`shrink-0 font-medium print:hidden ${stateColors[state]}`}>
      <StateSign state={state} className="mr-1 inline size-[1em] align-[-0.125em]" />
      {word}
      {age ? <span className="max-[24rem]:sr-only"> · {age}</span> : null}
    </p>
  )
}

/** What to know before going, room, track, and what the heading does not say of the time. */
function Where({ session, parts, words, time, sought }: WhereProps) {
  const rooms = roomNames(session, parts)
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const before = [session.status === 'cancelled' ? words.cancelled : '', time, rooms].filter(Boolean)
  const kind = session.kind === 'talk' ? '' : words.kinds[session.kind]
  const event = parts.colocatedEvents.get(session.colocated ?? '')?.name
  const group = track?.name ?? event ?? kind
  if (before.length === 0 && !group && !session.flags) return null
  const groupText = group ? <MarkedText text={isolated(group)} sought={sought} /> : null
  return (
    <p>
      {session.flags ? (
        <>
          <SessionFlags of={session.flags} words={words.flags} />
          {before.length > 0 || group ? DOT : null}
        </>
      ) : null}
      <MarkedText text={before.join(DOT)} sought={sought} />
      {group ? (
        <>
          {before.length > 0 ? DOT : null}
          {track ? <span className="track-word">{groupText}</span> : groupText}
        </>
      ) : null}
    </p>
  )
}
