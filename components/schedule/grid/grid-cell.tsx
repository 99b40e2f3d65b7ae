import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { SessionFlags } from '@/components/shared/session-flags'
import { RoomLine } from '@/components/shared/state-sign'
import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { sayWhen } from '@/lib/i18n/dates'
import { STRIP, type GridPlace as Cell } from '@/lib/planning/grid'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { speakersAlone } from '@/lib/program/agenda-parts'
import type { CardsProps } from '../day/slot-list'
import { PickButton } from '../pick-button'

/** Every line of a cell is so high, and a cell shows whole ones. */
const LINE_PX = 15
const PADDING_PX = 8
/** The line at now passes behind words. */
const BEFORE_THE_LINE = 'relative z-1 bg-(--cell)'

type Box = Record<'top' | 'height' | 'left' | 'width', number>

type Props = Omit<CardsProps, 'sessions'> & {
  cell: Cell
  openId: string | null
  /** The present moment, on the day itself. */ now: number | null
  /** What is known of the rooms is here: what stands below it would be pushed down. */ isSettled: boolean
  onOpen: (id: string) => void
  /** In pixels; left and width in parts of the column. */ box: Box
}

/** A place in the timetable: a session, or a list of those that could not be told apart side by side. */
export function GridCell({ cell, box, ...shared }: Props) {
  const { top, height, left, width } = box
  const style = { top, height: height - 2, left: `${left * 100}%`, width: `calc(${width * 100}% - 2px)` }
  const [only, ...others] = cell.sessions
  if (!only) return null
  if (width <= STRIP) return <Strip {...shared} session={only} style={style} />
  if (others.length === 0) return <One {...shared} session={only} style={style} height={height - 2} />
  return (
    <ul
      className="absolute overflow-y-auto rounded border border-line bg-(--cell) [--cell:var(--ground)]"
      style={style}
    >
      {cell.sessions.map((session) => (
        <li key={session.id} className="relative flex border-b border-line last:border-b-0">
          {/* One line each, or half of them would be out of sight; where there are more yet, the list scrolls. */}
          <Opener {...shared} session={session} isLine>
            <span className="text-muted">{clockOf(session, shared)}</span>{' '}
            <Title {...shared} session={session} isLine />
          </Opener>
          <Pick {...shared} session={session} />
        </li>
      ))}
    </ul>
  )
}

type OneProps = Omit<Props, 'cell' | 'box'> & { session: AgendaSession }

function One({ style, height, ...shared }: OneProps & { style: object; height: number }) {
  const { session, parts, words, picks, unfolded, roomOf, openId, now, isSettled } = shared
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const hidden = picks.get(session.id) === 'hidden'
  const room = roomOf?.(session)
  const isOver = now !== null && session.endAt !== undefined && Date.parse(session.endAt) <= now
  const look =
    session.id === openId
      ? '[--cell:var(--tint)] ring-2 ring-accent z-1'
      : hidden || isOver
        ? '[--cell:var(--sunken)] text-muted'
        : '[--cell:var(--raised)]'
  return (
    <article
      className={
        `track-${track?.color ?? 0} absolute flex overflow-clip rounded border border-l-4 border-line border-l-track ` +
        `bg-(--cell) ${look}`
      }
      style={style}
    >
      <Opener {...shared} session={session}>
        {/* What is long stays named while it passes under the rooms' names. */}
        <span className="sticky top-15 z-1 overflow-hidden" style={clampTo(height)}>
          <Title {...shared} session={session} />
          {session.flags ? (
            <span className="block">
              <span className={BEFORE_THE_LINE}>
                <SessionFlags of={session.flags} words={words.flags} />
              </span>
            </span>
          ) : null}
          {room ? <RoomLine note={room} /> : null}
          {hidden && !unfolded ? null : (
            <span className={`block text-muted ${isSettled ? '' : 'invisible'}`}>
              <span className={BEFORE_THE_LINE}>
                <Facts
                  of={[
                    session.status === 'cancelled' ? words.cancelled : '',
                    // What does not fit is cut from the end: when it is, last.
                    <span key="times" className="whitespace-nowrap">
                      {timesOf(session, shared)}
                    </span>,
                    speakersAlone(session, parts),
                    track?.name,
                  ]}
                />
              </span>
            </span>
          )}
        </span>
      </Opener>
      <Pick {...shared} session={session} />
    </article>
  )
}

/** As many whole lines as fit; that there is more, the last of them says. */
function clampTo(height: number): CSSProperties {
  const lines = Math.max(1, Math.floor((height - PADDING_PX) / LINE_PX))
  return { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines }
}

/** A co-located event beside what is in it: its title runs down, and is picked where it is opened. */
function Strip({ style, ...shared }: OneProps & { style: object }) {
  const { session, conference, openId, onOpen } = shared
  return (
    <article className="absolute overflow-clip rounded bg-sunken" style={style}>
      <a
        href={pageAddress(conference, 'session', session.slug)}
        data-grid-cell
        title={session.title}
        aria-current={session.id === openId || undefined}
        onClick={openBeside(session, onOpen)}
        className="block size-full text-xs font-medium"
      >
        {/* It stays in sight while what it is beside passes; a long one would be pushed up by the end of that. */}
        <span className="sticky top-15 block max-h-[min(100%,14rem)] truncate px-0.5 py-2 [writing-mode:vertical-rl]">
          {session.title}
        </span>
      </a>
    </article>
  )
}

function Title({ session, isLine = false }: OneProps & { isLine?: boolean }) {
  return (
    <span
      dir="auto"
      lang={session.language}
      className={`${isLine ? '' : 'block'} font-semibold ${session.status === 'cancelled' ? 'line-through' : ''}`}
    >
      <span className={BEFORE_THE_LINE}>{session.title}</span>
    </span>
  )
}

function Opener({
  session,
  conference,
  openId,
  onOpen,
  isLine = false,
  children,
}: OneProps & { isLine?: boolean; children: ReactNode }) {
  return (
    <a
      href={pageAddress(conference, 'session', session.slug)}
      data-grid-cell
      title={session.title}
      aria-current={session.id === openId || undefined}
      onClick={openBeside(session, onOpen)}
      className={
        `min-w-0 grow pl-1.5 pr-6 text-xs leading-[15px] ${isLine ? 'truncate py-1.5' : 'hyphens-auto py-1'} ` +
        (session.id === openId ? 'bg-tint' : '')
      }
    >
      {children}
    </a>
  )
}

/** The link is for opening elsewhere; a plain click opens beside the grid. */
function openBeside(session: AgendaSession, onOpen: (id: string) => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(session.id)
  }
}

function Pick({ session, words, picks, onPick }: OneProps) {
  const rank = picks.get(session.id)
  if (rank === 'hidden')
    return (
      <button
        type="button"
        aria-label={`${words.bringBack}: ${session.title}`}
        onClick={() => onPick(session)}
        className="absolute right-0 top-0 flex size-7 items-center justify-center text-accent"
      >
        <Icon name="undo" className="size-4" />
      </button>
    )
  return <PickButton place="cell" name={words.pick} title={session.title} rank={rank} onPick={() => onPick(session)} />
}

/** When it begins alone: the line has room for no more. */
function clockOf(session: AgendaSession, { timeZone, words }: Pick<Props, 'timeZone' | 'words'>): string {
  return sayWhen({ startAt: session.startAt }, { timeZone, language: words.language, under: session.dayOn })
}

function timesOf(session: AgendaSession, { timeZone, words }: Pick<Props, 'timeZone' | 'words'>): string {
  return sayWhen(
    { startAt: session.startAt, endAt: session.endAt },
    { timeZone, language: words.language, under: session.dayOn },
  )
}
