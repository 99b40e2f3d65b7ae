import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Card } from '@/components/ui/card'
import type { ToldGroup, ToldStep } from '@/lib/desk/suggest/told'
import { sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { DayProps } from './day-props'

type Props = DayProps & {
  group: ToldGroup
  isTicked: boolean
  /** Null: it may change yet. */ onTick: ((isTicked: boolean) => void) | null
}

/** Moves that need one another, with what each is good for; one tick for all of them. */
export function MoveGroupCard({ group, isTicked, onTick, ...day }: Props) {
  const t = useTranslations('manage.suggest')
  const [name, sayGain] = [useId(), useSayGain()]
  return (
    <Card aria-labelledby={name}>
      <label className="flex min-h-11 items-center gap-3">
        {onTick ? (
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={isTicked}
            onChange={(event) => onTick(event.target.checked)}
          />
        ) : null}
        <span id={name} className="font-medium">
          {group.moves.length > 1 ? `${t('together', { count: group.moves.length })} ` : ''}
          {sayGain(group.gain)}
        </span>
      </label>
      <ul className="grid gap-2">
        {group.moves.map((move) => (
          <li key={move.sessionId} className="grid gap-1">
            <MoveWords move={move} {...day} />
            {group.moves.length > 1 ? <span className="text-sm text-muted">{sayGain(move.gain)}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function MoveWords({ move: { sessionId, from, to }, sessions, rooms, saying, day }: DayProps & { move: ToldStep }) {
  const t = useTranslations('manage.suggest')
  const session = sessions.find(({ id }) => id === sessionId)
  const [roomFrom, roomTo] = [rooms[from.roomIds[0] ?? ''] ?? '', rooms[to.roomIds[0] ?? ''] ?? '']
  const sayTime = ({ startAt, endAt, dayOn }: ToldStep['to']) =>
    sayWhen({ startAt, endAt, dayOn }, { ...saying, under: day })
  return (
    <>
      <bdi lang={session?.language ?? undefined} className="font-medium break-words">
        {settleBidi(session?.title ?? '')}
      </bdi>
      {roomFrom === roomTo ? null : (
        <span>
          {t.rich('toRoom', {
            from: () => <bdi>{settleBidi(roomFrom)}</bdi>,
            to: () => <bdi>{settleBidi(roomTo)}</bdi>,
          })}
        </span>
      )}
      {from.startAt === to.startAt ? null : <span>{t('toTime', { from: sayTime(from), to: sayTime(to) })}</span>}
    </>
  )
}

/** What a move is good for, in a sentence. */
function useSayGain(): (gain: ToldStep['gain']) => string {
  const t = useTranslations('manage.suggest')
  return ({ turnedAway, choosing }) => {
    const said = [
      turnedAway > 0
        ? t('fewerAway', { count: turnedAway })
        : turnedAway < 0
          ? t('moreAway', { count: -turnedAway })
          : '',
      choosing > 0 ? t('fewerChoose', { count: choosing }) : choosing < 0 ? t('moreChoose', { count: -choosing }) : '',
    ].filter(Boolean)
    return said.length > 0 ? said.join(t('and')) : t('makesRoom')
  }
}
