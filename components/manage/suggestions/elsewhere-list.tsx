import { useTranslations } from 'next-intl'
import { useBoardWords } from '@/components/manage/board/use-board-words'
import type { Elsewhere } from '@/lib/desk/board/server/move-on-board'
import { isolated } from '@/lib/platform/bidi'
import type { DayProps } from './day-props'

type Props = Pick<DayProps, 'sessions' | 'rooms' | 'saying' | 'day'> & { elsewhere: readonly Elsewhere[] }

const NOBODY = { userId: null, by: null }

/** Sessions that are not where the suggestion has them, with who moved each where. */
export function ElsewhereList({ sessions, rooms, saying: { timeZone }, day, elsewhere }: Props) {
  const t = useTranslations('manage.suggest')
  const names = Object.entries(rooms).map(([id, name]) => ({ id, name }))
  const words = useBoardWords({ timeZone, rooms: names, speakers: [] }, NOBODY)
  return (
    <ul className="list-disc ps-5">
      {elsewhere.map(({ sessionId, place, by }) => {
        const title = isolated(sessions.find(({ id }) => id === sessionId)?.title ?? '')
        return (
          <li key={sessionId}>
            {place
              ? t('movedSince', { title, who: words.who({ userId: null, by }), place: words.place(place, day) })
              : t('outOfDraft', { title })}
          </li>
        )
      })}
    </ul>
  )
}
