import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { assignLanes, type Placed } from '@/lib/planning/lanes'
import { HOUR_MS, MINUTE_MS, timeOf } from '@/lib/platform/time'
import type { Agenda, AgendaRoom, AgendaSession } from '@/lib/schedule/agenda'
import { RoomLine } from '@/components/rooms/state-sign'
import { Icon } from '@/components/ui/icon'
import { speakerNames } from '@/lib/schedule/agenda-parts'
import { focusNeighbour } from './grid-keys'
import { PickButton } from './pick-button'
import { sayTime } from './say-time'
import { SessionPanel } from './session-panel'
import type { CardsProps } from './slot-list'

const PX_PER_MINUTE = 3.6
const SHORTEST_MINUTES = 15
/** What began so long ago is still seen where the grid opens. */
const BEFORE_NOW_MS = 30 * MINUTE_MS
const COLUMN_REM = 13
const LANE_REM = 9

type Props = CardsProps & { agenda: Agenda }

/** A day as a timetable: rooms across, time down, both headers stay; a session opens beside it. The list is its twin. */
export function ScheduleGrid({ sessions, agenda, ...card }: Props) {
  const t = useTranslations('schedule')
  const [openId, setOpenId] = useState<string | null>(null)
  const timed = useMemo(() => sessions.filter((session) => session.startAt), [sessions])
  const untimed = sessions.filter((session) => !session.startAt)
  const columns = useMemo(() => columnsOf(agenda.rooms, timed), [agenda, timed])
  const span = useMemo(() => spanOf(timed), [timed])
  const open = sessions.find((session) => session.id === openId)
  const region = useRef<HTMLDivElement>(null)
  const origin = span?.start
  const opening = useMemo(() => Math.min(...timed.filter(isProper).map((session) => timesOf(session).start)), [timed])
  const end = span?.end
  useEffect(() => {
    if (origin === undefined || end === undefined || !Number.isFinite(opening)) return
    // Doors and desks open hours before the first session does; on the day itself what counts is what is on.
    const now = Date.now()
    const first = now > opening && now < end ? now - BEFORE_NOW_MS : opening
    region.current?.scrollTo({ top: ((first - origin) / MINUTE_MS) * PX_PER_MINUTE })
  }, [origin, end, opening])
  if (!span) return <p className="py-4 text-muted">{t('toBeAnnounced')}</p>
  const height = ((span.end - span.start) / MINUTE_MS) * PX_PER_MINUTE
  const hours = Array.from({ length: Math.ceil((span.end - span.start) / HOUR_MS) }, (_, index) => span.start + index * HOUR_MS)
  return (
    <div className="flex gap-4">
      <div ref={region} role="region" aria-label={t('gridName')} tabIndex={0} className="max-h-[calc(100dvh-14rem)] min-w-0 grow overflow-auto rounded-xl border border-line bg-raised" onKeyDown={onArrow}>
        <div className="flex w-max min-w-full">
          <div className="sticky left-0 z-20 w-14 shrink-0 border-r border-line bg-raised">
            <div className="sticky top-0 z-10 h-14 border-b border-line bg-raised" />
            <div className="relative" style={{ height }}>
              {hours.map((hour) => (
                <time key={hour} dateTime={new Date(hour).toISOString()} className="absolute right-1 text-xs tabular-nums text-muted" style={{ top: ((hour - span.start) / MINUTE_MS) * PX_PER_MINUTE }}>
                  {timeOf(new Date(hour), card.timeZone)}
                </time>
              ))}
            </div>
          </div>
          {columns.map(({ room, placed }) => (
            <section key={room.id} aria-label={room.name} className="grow border-r border-line" style={{ minWidth: `${Math.max(COLUMN_REM, LANE_REM * lanesIn(placed))}rem` }}>
              <h2 dir="auto" className="sticky top-0 z-10 flex h-14 items-center overflow-hidden border-b border-line bg-raised px-2 text-sm font-semibold leading-tight">{room.name}</h2>
              <div className="relative" style={{ height }}>
                {placed.map(({ item: session, lane, lanes }) => (
                  <GridCell key={session.id} {...card} session={session} open={session.id === openId} onOpen={setOpenId} box={boxOf(session, span.start, lane, lanes)} />
                ))}
              </div>
            </section>
          ))}
        </div>
        {untimed.length > 0 ? (
          <section className="sticky left-0 p-3">
            <h2 className="font-semibold">{t('toBeAnnounced')}</h2>
            <ul>{untimed.map((session) => <li key={session.id}><a dir="auto" className="inline-flex min-h-11 items-center underline underline-offset-4" href={`/c/${card.conference}/sessions/${session.slug}`}>{session.title}</a></li>)}</ul>
          </section>
        ) : null}
      </div>
      {open ? <SessionPanel agenda={agenda} session={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  )
}

type CellProps = Omit<CardsProps, 'sessions'> & { session: AgendaSession; open: boolean; onOpen: (id: string) => void; box: Record<'top' | 'height' | 'left' | 'width', string> }

function GridCell({ session, conference, parts, timeZone, words, picks, onPick, unfolded, roomOf, open, onOpen, box }: CellProps) {
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const cancelled = session.status === 'cancelled'
  const hidden = picks.get(session.id) === 'hidden'
  const room = roomOf?.(session)
  return (
    <article className={`track-${track?.color ?? 0} absolute flex overflow-hidden rounded border border-l-4 border-line border-l-track ${open ? 'bg-tint' : hidden ? 'bg-sunken text-muted' : 'bg-ground'}`} style={box}>
      <a
        href={`/c/${conference}/sessions/${session.slug}`}
        data-grid-cell
        onClick={(event) => {
          // The link is for opening elsewhere; a plain click opens beside the grid.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onOpen(session.id)
        }}
        className="min-w-0 grow px-2 py-1 text-xs"
      >
        <span dir="auto" lang={session.language} className={`block font-semibold leading-snug ${cancelled ? 'line-through' : ''}`}>{session.title}</span>
        {room ? <RoomLine note={room} /> : null}
        {hidden && !unfolded ? null : <span dir="auto" className="block text-muted">{[cancelled ? words.cancelled : '', sayTime(session, timeZone), speakerNames(session, parts), track?.name].filter(Boolean).join(' · ')}</span>}
      </a>
      {hidden ? (
        <button type="button" aria-label={`${words.bringBack}: ${session.title}`} onClick={() => onPick(session)} className="flex w-8 shrink-0 justify-center self-stretch rounded-r-lg pt-1 text-accent"><Icon name="undo" /></button>
      ) : (
        <PickButton narrow name={words.pick} title={session.title} rank={picks.get(session.id)} onPick={() => onPick(session)} />
      )}
    </article>
  )
}

function onArrow(event: KeyboardEvent) {
  if (focusNeighbour(event.currentTarget, event.key)) event.preventDefault()
}

function spanOf(sessions: AgendaSession[]): { start: number; end: number } | null {
  if (sessions.length === 0) return null
  const times = sessions.map(timesOf)
  const start = Math.min(...times.map((time) => time.start))
  return { start: Math.floor(start / HOUR_MS) * HOUR_MS, end: Math.max(...times.map((time) => time.end)) }
}

function timesOf(session: AgendaSession): { start: number; end: number } {
  const start = Date.parse(session.startAt ?? '')
  const end = session.endAt ? Date.parse(session.endAt) : start
  return { start, end: Math.max(end, start + SHORTEST_MINUTES * MINUTE_MS) }
}

function isProper({ kind }: AgendaSession): boolean {
  return kind !== 'break' && kind !== 'service' && kind !== 'container'
}

/** The rooms in use, each with its sessions side by side where they overlap; last those where nobody speaks. */
function columnsOf(rooms: AgendaRoom[], sessions: AgendaSession[]): { room: AgendaRoom; placed: Placed<AgendaSession>[] }[] {
  return rooms
    .map((room) => ({ room, placed: assignLanes(sessions.filter((session) => session.rooms.includes(room.id)), timesOf) }))
    .filter(({ placed }) => placed.length > 0)
    .sort((a, b) => Number(b.placed.some(({ item }) => isProper(item))) - Number(a.placed.some(({ item }) => isProper(item))))
}

function lanesIn(placed: Placed<AgendaSession>[]): number {
  return Math.max(...placed.map(({ lanes }) => lanes))
}

function boxOf(session: AgendaSession, origin: number, lane: number, lanes: number) {
  const { start, end } = timesOf(session)
  return {
    top: `${((start - origin) / MINUTE_MS) * PX_PER_MINUTE}px`,
    height: `${((end - start) / MINUTE_MS) * PX_PER_MINUTE - 2}px`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  }
}
