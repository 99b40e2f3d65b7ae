import { useLocale, useTranslations } from 'next-intl'
import { DOT } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { dateOfWhen, lengthOf, sayLength, sayWhen, type Saying } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { TiledRoom as Tile } from '@/lib/rooms/room-tiles'
import { RoomBar } from './room-bar'
import { stateColors, StateSign } from '@/components/shared/state-sign'

type Props = {
  tile: Tile
  timeZone: string
  now: Date
  /** The day that is said above, "YYYY-MM-DD", where it is not today. */ day?: string
  /** There are few: each says on a phone, too, what is on. */
  isRoomy: boolean
  onOpen: (roomId: string) => void
}

/** One room at a glance: how full, since when and who says so, how far; a tap opens the rest. */
export function RoomTile({ tile, timeZone, now, day, isRoomy, onOpen }: Props) {
  const t = useTranslations('rooms')
  const { room, state, session, isOn, next, walkMinutes } = tile
  const known = session ? state : null
  const under = day ?? dateOfWhen({ startAt: now }, timeZone)
  // Where nobody knows how full it is, what is on says more than that.
  const isUnknown = session !== null && (state === null || state.state === 'unknown')
  const isShort = !isRoomy && !isUnknown
  const titles = `leading-tight text-sm ${isShort ? 'max-sm:hidden' : ''}`
  return (
    <li className="grid">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => onOpen(room.id)}
        className={
          'flex flex-col overflow-hidden rounded-lg border border-line bg-raised ' + 'text-start hover:border-edge'
        }
      >
        <span dir="auto" className="px-2 pt-1.5 text-[0.9375rem] font-semibold leading-[1.125rem]">
          {settleBidi(room.name)}
        </span>
        <span className="grid px-2 pb-1 pt-0.5 text-[0.8125rem] leading-[1.0625rem]">
          <span className="flex flex-wrap items-start justify-between gap-x-1">
            <span className={isUnknown && !isRoomy ? 'sr-only' : ''}>
              <StateWord state={known} hasSession={session !== null} next={next} timeZone={timeZone} under={under} />
            </span>
            {walkMinutes ? (
              <span className="flex shrink-0 items-center gap-0.5 text-muted">
                <Icon name="walk" className="size-3.5" />
                <span className="sr-only">{t('walk')}</span> {sayLength(walkMinutes)}
              </span>
            ) : null}
          </span>
          <Origin state={known} now={now} />
        </span>
        <span className={`grid content-start gap-1 px-2 pb-2 ${isShort ? 'max-sm:hidden' : ''}`}>
          {session ? (
            <Title
              className={titles}
              name={isOn ? '' : t('next')}
              session={session}
              timeZone={timeZone}
              under={under}
            />
          ) : null}
          {next && (!session || isRoomy) ? (
            <Title
              className={`${titles} text-muted`}
              isTold={!session}
              session={next}
              timeZone={timeZone}
              under={under}
            />
          ) : null}
        </span>
        <RoomBar state={known} className="mt-auto shrink-0" />
      </button>
    </li>
  )
}

type WordProps = {
  state: RoomStateNow | null
  hasSession: boolean
  next: AgendaSession | null
  timeZone: string
  under: string | undefined
}

function StateWord({ state, hasSession, next, timeZone, under }: WordProps) {
  const [t, states, language] = [useTranslations('rooms'), useTranslations('roomState'), useLocale()]
  if (!hasSession)
    return (
      <span className="text-muted">
        {next ? t('emptyUntil', { time: sayStart(next, { timeZone, language, under }) }) : t('over')}
      </span>
    )
  const word = states(state?.state ?? 'unknown')
  return (
    <span className={`flex items-center gap-1 font-semibold ${stateColors[state?.state ?? 'unknown']}`}>
      <StateSign state={state?.state ?? 'unknown'} className="size-3.5" />
      {state?.origin === 'forecast' ? t('likely', { state: word }) : word}
    </span>
  )
}

/** How old a state is, and who says so: a number about a room is never without. */
function Origin({ state, now }: { state: RoomStateNow | null; now: Date }) {
  const t = useTranslations('rooms')
  if (!state?.origin) return null
  const minutes = state.at ? Math.max(0, Math.floor((now.getTime() - Date.parse(state.at)) / MINUTE_MS)) : null
  return (
    <span className="text-xs text-muted">
      {[minutes === null ? '' : t('ago', lengthOf(minutes)), t(`by.${state.origin}`, { voices: state.voices })]
        .filter(Boolean)
        .join(DOT)}
    </span>
  )
}

type TitleProps = {
  session: AgendaSession
  name?: string
  /** Its start is said above. */ isTold?: boolean
  className: string
  timeZone: string
  under: string | undefined
}

function Title({ session, name = '', isTold = false, className, timeZone, under }: TitleProps) {
  const language = useLocale()
  return (
    <span className={`line-clamp-2 ${className}`}>
      {name ? <span className="text-muted">{name} </span> : null}
      {isTold ? null : (
        <span className="tabular-nums text-muted">{sayStart(session, { timeZone, language, under })} </span>
      )}
      <bdi lang={session.language}>{settleBidi(session.title)}</bdi>
    </span>
  )
}

function sayStart({ startAt }: AgendaSession, saying: Saying): string {
  return startAt ? sayWhen({ startAt }, saying) : ''
}
