import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '@/components/ui/field'
import { Facts, Outside } from '@/components/ui/facts'
import type { BoardSession } from '@/lib/desk/board/board'
import type { BoardDay } from '@/lib/desk/board/layout/board-day'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { gridTimes } from '@/lib/planning/grid/column'
import { HOUR_MS } from '@/lib/platform/time'
import { sayClock } from '@/lib/i18n/dates'
import type { BoardWords } from './use-board-words'

type Props = {
  day: BoardDay
  tray: readonly BoardSession[]
  moves: ReadonlyMap<string, ShownMove>
  words: BoardWords
  mayMove: (id: string) => boolean
  onOpen: (id: string) => void
}

/** The board on a phone: one room, one hour, or the tray at a time; a session is moved in the sheet that it opens. */
export function BoardList({ day, tray, moves, words, mayMove, onOpen }: Props) {
  const t = useTranslations('manage.board')
  const [asked, setAsked] = useState<string | null>(null)
  const lists = listsOf(day, tray)
  const shown = lists.find(({ key }) => key === asked) ?? lists.find(({ sessions }) => sessions.length > 0)
  const nameOf = ({ key, room, hour, sessions }: List) => {
    const count = sessions.length
    if (key === TRAY) return t('trayCount', { count })
    return t('listed', {
      name: hour === null ? (room ?? t('withoutRoom')) : sayClock(new Date(hour), words.saying.timeZone),
      count,
    })
  }
  const ofKind = (isHour: boolean) => lists.filter(({ key, hour }) => key !== TRAY && (hour !== null) === isHour)
  return (
    <div className="grid gap-3">
      <SelectField label={t('show')} value={shown?.key ?? ''} onChange={(event) => setAsked(event.target.value)}>
        {lists.filter(({ key }) => key === TRAY).map(option)}
        <optgroup label={t('byRoom')}>{ofKind(false).map(option)}</optgroup>
        <optgroup label={t('byHour')}>{ofKind(true).map(option)}</optgroup>
      </SelectField>
      {shown && shown.sessions.length > 0 ? (
        <ul className="border-t border-line">
          {shown.sessions.map((session) => {
            const move = moves.get(session.id)
            return (
              <li key={session.id} className="border-b border-line">
                <button
                  type="button"
                  className="grid min-h-11 w-full gap-0.5 py-2 text-left"
                  onClick={() => onOpen(session.id)}
                >
                  <span className="text-sm text-muted">{words.place(session, day.day)}</span>
                  <span className={mayMove(session.id) ? 'font-semibold' : 'text-muted'}>
                    <Outside>{session.title}</Outside>
                  </span>
                  {move ? (
                    <span className="text-sm font-medium text-accent">
                      <Facts
                        of={[
                          move.home ? t('was', { place: words.place(move.home, day.day) }) : t('drawn'),
                          t('by', { who: words.who(move) }),
                        ]}
                      />
                    </span>
                  ) : null}
                </button>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-muted">{t('listEmpty')}</p>
      )}
    </div>
  )

  function option(list: List) {
    return (
      <option key={list.key} value={list.key}>
        {nameOf(list)}
      </option>
    )
  }
}

const TRAY = 'tray'
type List = { key: string; room: string | null; hour: number | null; sessions: readonly BoardSession[] }

function listsOf({ columns, scale }: BoardDay, tray: readonly BoardSession[]): List[] {
  const byTime = (a: BoardSession, b: BoardSession) => gridTimes(a).start - gridTimes(b).start
  const rooms = columns.map(({ room, cells }) => ({
    key: `room ${room?.id ?? ''}`,
    room: room?.name ?? null,
    hour: null,
    sessions: cells.flatMap(({ sessions }) => sessions).sort(byTime),
  }))
  const all = [...new Set(rooms.flatMap(({ sessions }) => sessions))].sort(byTime)
  const hours = scale.hours.map((hour) => ({
    key: `hour ${hour}`,
    room: null,
    hour,
    sessions: all.filter((session) => {
      const { start, end } = gridTimes(session)
      return start < hour + HOUR_MS && end > hour
    }),
  }))
  const used = hours.filter(({ sessions }) => sessions.length > 0)
  return [...rooms, { key: TRAY, room: null, hour: null, sessions: tray }, ...used]
}
