import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { SessionFlags } from '@/components/shared/session-flags'
import { StateSign, stateColors } from '@/components/shared/state-sign'
import { Facts as FactsInLine } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { sayWhen } from '@/lib/i18n/dates'
import { STRIP, type GridPlace } from '@/lib/planning/grid/column'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import { speakersAlone } from '@/lib/program/agenda-parts'
import type { CardsProps } from '../day/slot-list'
import { PickButton } from '../pick-button'
import { APART_PX, listRoomIn, roomIn } from './cell-room'

/** The line at now passes behind words, each line of which has its ground: what holds them is drawn above it. */
const BEFORE_THE_LINE = 'bg-(--cell)'

type Box = Record<'top' | 'height' | 'left' | 'width', number>

type Props = Omit<CardsProps, 'sessions'> & {
  cell: GridPlace<AgendaSession>
  openId: string | null
  /** The present moment, on the day itself. */ now: number | null
  /** What is known of the rooms is here: what stands below it would be pushed down. */ isSettled: boolean
  onOpen: (id: string) => void
  /** In pixels; left and width in parts of the column. */ box: Box
}

/** A place in the timetable: a session, or a list of those that could not be told apart side by side. */
export function GridCell({ cell, box, ...shared }: Props) {
  const [top, left, width] = [box.top, `${box.left * 100}%`, `calc(${box.width * 100}% - 2px)`]
  const style = { top, height: box.height - APART_PX, left, width }
  const [only, ...others] = cell.sessions
  if (!only) return null
  if (box.width <= STRIP) return <Strip {...shared} session={only} style={style} />
  if (others.length === 0) return <One {...shared} session={only} style={style} />
  return <List {...shared} sessions={cell.sessions} style={style} />
}

type Placed = { style: { top: number; height: number; left: string; width: string } }
type OneProps = Omit<Props, 'cell' | 'box'> & { session: AgendaSession }

function List({ sessions, style, ...shared }: Omit<OneProps, 'session'> & Placed & { sessions: AgendaSession[] }) {
  const { columns, rows, lines } = listRoomIn(style.height, sessions.length)
  return (
    <ul
      className={
        'absolute grid grid-flow-col overflow-y-auto rounded border border-line bg-(--cell) [--cell:var(--ground)]'
      }
      style={{
        ...style,
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${rows}, minmax(0, auto))`,
        alignContent: 'start',
      }}
    >
      {sessions.map((session) => (
        <li
          key={session.id}
          className={`relative flex border-b border-line ${session.id === shared.openId ? '[--cell:var(--tint)]' : ''}`}
        >
          <Opener {...shared} session={session}>
            <span className="relative z-1 my-1 mr-6" style={clampTo(lines)}>
              <InOneGo {...shared} session={session} />
            </span>
          </Opener>
          <Pick {...shared} session={session} />
        </li>
      ))}
    </ul>
  )
}

function One({ style, ...shared }: OneProps & Placed) {
  const { session, parts, picks, openId, now } = shared
  const track = session.track ? parts.tracks.get(session.track) : undefined
  const isOver = now !== null && session.endAt !== undefined && Date.parse(session.endAt) <= now
  const look =
    session.id === openId
      ? '[--cell:var(--tint)] ring-2 ring-accent z-1'
      : picks.get(session.id) === 'hidden' || isOver
        ? '[--cell:var(--sunken)] text-muted'
        : '[--cell:var(--raised)]'
  const { isHigh, lines } = roomIn(style.height)
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
        {isHigh ? (
          <span className="sticky top-14 z-1 block pr-1.5">
            <span className="block truncate pr-5 leading-6 text-muted">
              <span className={BEFORE_THE_LINE}>{timesOf(session, shared)}</span>
            </span>
            <span style={clampTo(lines)}>
              <Title session={session} />
              <Facts {...shared} session={session} track={track?.name} />
            </span>
          </span>
        ) : (
          <span className="relative z-1 my-[3px] mr-6" style={clampTo(lines)}>
            <InOneGo {...shared} session={session} />
          </span>
        )}
      </Opener>
      <Pick {...shared} session={session} />
    </article>
  )
}

/** When and what, where there is no room for more. */
function InOneGo({ session, ...shared }: OneProps) {
  const when = sayWhen(
    { startAt: session.startAt },
    { timeZone: shared.timeZone, language: shared.words.language, under: session.dayOn },
  )
  return (
    <>
      <span className={`font-normal text-muted ${BEFORE_THE_LINE}`}>{when}</span> <Title session={session} isInLine />
    </>
  )
}

/** What else there is to say, the more urgent first: what does not fit is cut from the end. */
function Facts({ session, track, ...shared }: OneProps & { track: string | undefined }) {
  const { parts, words, picks, unfolded, roomOf, isSettled } = shared
  const room = roomOf?.(session)
  const isFolded = picks.get(session.id) === 'hidden' && !unfolded
  return (
    <>
      {session.flags ? (
        <span className="block">
          <span className={BEFORE_THE_LINE}>
            <SessionFlags of={session.flags} words={words.flags} />
          </span>
        </span>
      ) : null}
      {room ? (
        // On paper it would be old.
        <span className={`block font-medium print:hidden ${stateColors[room.state]}`}>
          <span className={BEFORE_THE_LINE}>
            <StateSign state={room.state} className="mr-1 inline size-[1em] align-[-0.125em]" />
            {room.text}
          </span>
        </span>
      ) : null}
      {isFolded ? null : (
        <span className={`block text-muted ${isSettled ? '' : 'invisible'}`}>
          <span className={BEFORE_THE_LINE}>
            <FactsInLine
              of={[session.status === 'cancelled' ? words.cancelled : '', speakersAlone(session, parts), track]}
            />
          </span>
        </span>
      )}
    </>
  )
}

/** So many whole lines; that there is more, the last of them says. A single one is cut within a word, to say more. */
function clampTo(lines: number): CSSProperties {
  if (lines === 1) return { display: 'block', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }
  return { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines, overflow: 'hidden' }
}

/** A co-located event beside what is in it: its title runs down, and is picked where it is opened. */
function Strip({ style, ...shared }: OneProps & Placed) {
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
        <span
          className={
            'sticky top-15 z-1 block max-h-[min(100%,14rem)] truncate bg-sunken px-0.5 py-2 [writing-mode:vertical-rl]'
          }
        >
          {session.title}
        </span>
      </a>
    </article>
  )
}

function Title({ session, isInLine = false }: { session: AgendaSession; isInLine?: boolean }) {
  return (
    <span
      dir="auto"
      lang={session.language}
      className={`${isInLine ? '' : 'block'} font-semibold ${session.status === 'cancelled' ? 'line-through' : ''}`}
    >
      <span className={BEFORE_THE_LINE}>{session.title}</span>
    </span>
  )
}

function Opener({ session, conference, openId, onOpen, children }: OneProps & { children: ReactNode }) {
  return (
    <a
      href={pageAddress(conference, 'session', session.slug)}
      data-grid-cell
      title={session.title}
      aria-current={session.id === openId || undefined}
      onClick={openBeside(session, onOpen)}
      className={`min-w-0 grow hyphens-auto pl-1.5 text-xs leading-[15px] ${session.id === openId ? 'bg-tint' : ''}`}
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
        className="absolute right-0 top-0 z-2 flex h-6 w-7 items-center justify-center text-accent"
      >
        <Icon name="undo" className="size-4" />
      </button>
    )
  return <PickButton place="cell" name={words.pick} title={session.title} rank={rank} onPick={() => onPick(session)} />
}

function timesOf(session: AgendaSession, { timeZone, words }: Pick<Props, 'timeZone' | 'words'>): string {
  return sayWhen(
    { startAt: session.startAt, endAt: session.endAt },
    { timeZone, language: words.language, under: session.dayOn },
  )
}
