import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { dateOfWhen, sayDay, sayClock, sayWhen } from '@/lib/i18n/dates'
import { gridTimes, isProper, layOutGrid } from '@/lib/planning/grid'
import type { Placed } from '@/lib/planning/lanes'
import { HOUR_MS, MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { RoomLine } from '@/components/shared/state-sign'
import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { pageAddress } from '@/lib/program/addresses'
import { speakerNames } from '@/lib/program/agenda-parts'
import { focusNeighbour } from './grid-keys'
import { PickButton } from './pick-button'
import { SessionPanel } from './session-panel'
import type { CardsProps } from './slot-list'

const PX_PER_MINUTE = 3.6
/** What began so long ago is still seen where the grid opens. */
const BEFORE_NOW_MS = 30 * MINUTE_MS
const COLUMN_REM = 13
const LANE_REM = 9

type Props = CardsProps & { agenda: Agenda }

/**
 * A day as a timetable: rooms across, time down, both headers stay; a session opens beside it. The list is its twin.
 */
export function ScheduleGrid({ sessions, agenda, ...card }: Props) {
  const t = useTranslations('schedule')
  const [openId, setOpenId] = useState<string | null>(null)
  const { columns, untimed, span } = useMemo(() => layOutGrid(agenda.rooms, sessions), [agenda, sessions])
  const open = sessions.find((session) => session.id === openId)
  const region = useRef<HTMLDivElement>(null)
  const origin = span?.start
  const opening = useMemo(
    () =>
      Math.min(
        ...sessions
          .filter((session) => session.startAt && isProper(session))
          .map((session) => gridTimes(session).start),
      ),
    [sessions],
  )
  const end = span?.end
  useEffect(() => {
    if (origin === undefined || end === undefined || !Number.isFinite(opening)) return
    // Doors and desks open hours before the first session does; on the day itself what counts is what is on.
    const now = Date.now()
    const first = now > opening && now < end ? now - BEFORE_NOW_MS : opening
    region.current?.scrollTo({ top: ((first - origin) / MINUTE_MS) * PX_PER_MINUTE })
  }, [origin, end, opening])
  const height = span ? ((span.end - span.start) / MINUTE_MS) * PX_PER_MINUTE : 0
  const hours = span
    ? Array.from({ length: Math.ceil((span.end - span.start) / HOUR_MS) }, (_, index) => span.start + index * HOUR_MS)
    : []
  // The day above is the first hour's, unless these clocks are on another by then.
  const day = sessions[0]?.dayOn
  const dayAt = (hour: number) => (hour < (span?.start ?? hour) ? day : dateOfWhen({ startAt: hour }, card.timeZone))
  return (
    <div className="flex gap-4">
      <div
        ref={region}
        role="region"
        aria-label={t('gridName')}
        tabIndex={0}
        className="max-h-[calc(100dvh-14rem)] min-w-0 grow overflow-auto rounded-xl border border-line bg-raised"
        onKeyDown={onArrow}
      >
        {span ? (
          <div className="flex w-max min-w-full">
            <div className="sticky left-0 z-20 w-14 shrink-0 border-r border-line bg-raised">
              <div className="sticky top-0 z-10 h-14 border-b border-line bg-raised" />
              <div className="relative" style={{ height }}>
                {hours.map((hour) => (
                  <time
                    key={hour}
                    dateTime={new Date(hour).toISOString()}
                    className="absolute right-1 text-right text-xs tabular-nums text-muted"
                    style={{ top: ((hour - span.start) / MINUTE_MS) * PX_PER_MINUTE }}
                  >
                    {dayAt(hour) === dayAt(hour - HOUR_MS) ? (
                      ''
                    ) : (
                      <span className="block text-[0.625rem] leading-tight">
                        {sayDay(dayAt(hour) ?? '', card.words.language)}
                      </span>
                    )}
                    {sayClock(new Date(hour), card.timeZone)}
                  </time>
                ))}
              </div>
            </div>
            {columns.map(({ room, placed }) => (
              <section
                key={room?.id ?? ''}
                aria-label={room?.name ?? t('noRoom')}
                className="grow border-r border-line"
                style={{ minWidth: `${Math.max(COLUMN_REM, LANE_REM * lanesIn(placed))}rem` }}
              >
                <h2
                  className={
                    'sticky top-0 z-10 flex h-14 items-center overflow-hidden border-b border-line bg-raised px-2 ' +
                    `text-sm font-semibold leading-tight ${room ? '' : 'text-muted'}`
                  }
                >
                  <bdi>{room?.name ?? t('noRoom')}</bdi>
                </h2>
                <div className="relative" style={{ height }}>
                  {placed.map(({ item: session, lane, lanes }) => (
                    <GridCell
                      key={session.id}
                      {...card}
                      session={session}
                      open={session.id === openId}
                      onOpen={setOpenId}
                      box={boxOf(session, span.start, lane, lanes)}
                    />
                  ))}
                </div>
              </section>
            ))}
          </div>
        ) : null}
        {untimed.length > 0 ? (
          <section className="sticky left-0 p-3">
            <h2 className="font-semibold">{t('toBeAnnounced')}</h2>
            <ul>
              {untimed.map((session) => (
                <li key={session.id}>
                  <a
                    dir="auto"
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                    href={pageAddress(card.conference, 'session', session.slug)}
                  >
                    {session.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {open ? <SessionPanel agenda={agenda} session={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  )
}

type CellProps = Omit<CardsProps, 'sessions'> & {
  session: AgendaSession
  open: boolean
  onOpen: (id: string) => void
  box: Record<'top' | 'height' | 'left' | 'width', string>
}

function GridCell({
  session,
  conference,
  parts,
  timeZone,
  words,
  picks,
  onPick,
  unfolded,
  roomOf,
  open,
  onOpen,
  box,
}: CellProps) {
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const cancelled = session.status === 'cancelled'
  const hidden = picks.get(session.id) === 'hidden'
  const room = roomOf?.(session)
  return (
    <article
      className={
        `track-${track?.color ?? 0} absolute flex overflow-hidden rounded border border-l-4 border-line ` +
        `border-l-track ${open ? 'bg-tint' : hidden ? 'bg-sunken text-muted' : 'bg-ground'}`
      }
      style={box}
    >
      <a
        href={pageAddress(conference, 'session', session.slug)}
        data-grid-cell
        onClick={(event) => {
          // The link is for opening elsewhere; a plain click opens beside the grid.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onOpen(session.id)
        }}
        className="min-w-0 grow px-2 py-1 text-xs"
      >
        <span
          dir="auto"
          lang={session.language}
          className={`block font-semibold leading-snug ${cancelled ? 'line-through' : ''}`}
        >
          {session.title}
        </span>
        {room ? <RoomLine note={room} /> : null}
        {hidden && !unfolded ? null : (
          <span className="block text-muted">
            <Facts
              of={[
                cancelled ? words.cancelled : '',
                sayWhen(
                  { startAt: session.startAt, endAt: session.endAt },
                  { timeZone, language: words.language, under: session.dayOn },
                ),
                speakerNames(session, parts),
                track?.name,
              ]}
            />
          </span>
        )}
      </a>
      {hidden ? (
        <button
          type="button"
          aria-label={`${words.bringBack}: ${session.title}`}
          onClick={() => onPick(session)}
          className="flex w-8 shrink-0 justify-center self-stretch rounded-r-lg pt-1 text-accent"
        >
          <Icon name="undo" />
        </button>
      ) : (
        <PickButton
          narrow
          name={words.pick}
          title={session.title}
          rank={picks.get(session.id)}
          onPick={() => onPick(session)}
        />
      )}
    </article>
  )
}

function onArrow(event: KeyboardEvent) {
  if (focusNeighbour(event.currentTarget, event.key)) event.preventDefault()
}

function lanesIn(placed: Placed<AgendaSession>[]): number {
  return Math.max(...placed.map(({ lanes }) => lanes))
}

function boxOf(session: AgendaSession, origin: number, lane: number, lanes: number) {
  const { start, end } = gridTimes(session)
  return {
    top: `${((start - origin) / MINUTE_MS) * PX_PER_MINUTE}px`,
    height: `${((end - start) / MINUTE_MS) * PX_PER_MINUTE - 2}px`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  }
}
