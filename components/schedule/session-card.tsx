import { memo } from 'react'
import type { AgendaSession } from '@/lib/schedule/agenda'
import { roomNames, speakerNames, type AgendaParts } from '@/lib/schedule/agenda-parts'
import { PickButton, type PickRank } from './pick-button'
import { sayTime } from './say-time'

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
  room?: string
}

export type CardWords = { pick: string; cancelled: string; kinds: Record<AgendaSession['kind'], string> }

/** One session in a list: its whole title, who, when, where, its track as an edge and a word, and the pick. */
export const SessionCard = memo(function SessionCard({ conference, session, parts, timeZone, words, rank, onPick, note, room }: Props) {
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const speakers = speakerNames(session, parts)
  const cancelled = session.status === 'cancelled'
  return (
    <li className={`track-${track?.color ?? 0} flex rounded-lg border border-l-4 border-line border-l-track bg-raised`}>
      <div className="min-w-0 grow p-3">
        <a id={`s${session.number}`} href={`/c/${conference}/sessions/${session.slug}`} lang={session.language} dir="auto" className={`block font-semibold leading-snug ${cancelled ? 'line-through' : ''}`}>
          {session.title}
        </a>
        {speakers ? <p dir="auto" className="mt-1 text-sm">{speakers}</p> : null}
        <p dir="auto" className="mt-1 text-sm text-muted">
          {[cancelled ? words.cancelled : '', sayTime(session, timeZone), roomNames(session, parts), track?.name ?? parts.colocatedEvents.get(session.colocated ?? '')?.name ?? plainKind(session, words)].filter(Boolean).join(' · ')}
        </p>
        {room ? <p className="mt-1 text-sm font-medium">{room}</p> : null}
        {note ? <p dir="auto" className="mt-1 text-sm font-medium text-warning">{note}</p> : null}
      </div>
      {cancelled && !rank ? null : <PickButton name={words.pick} title={session.title} rank={rank} onPick={() => onPick(session)} />}
    </li>
  )
})

function plainKind(session: AgendaSession, words: CardWords): string {
  return session.kind === 'talk' ? '' : words.kinds[session.kind]
}
