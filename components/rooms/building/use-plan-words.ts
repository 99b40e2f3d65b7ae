import { useLocale, useTranslations } from 'next-intl'
import { dateOfWhen, lengthOf, sayWhen } from '@/lib/i18n/dates'
import { MINUTE_MS } from '@/lib/platform/time'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { TiledRoom } from '@/lib/rooms/room-tiles'

type Said = {
  state: RoomStateNow['state']
  /** How it stands, and how old that is. */ words: string[]
  /** The same on the plan itself, which has no place for when the next session is. */ short: string[]
}

/** How a room stands, for its sign on a plan. */
export function usePlanWords(timeZone: string, now: Date): (tile: TiledRoom) => Said {
  const [t, states, language] = [useTranslations('rooms'), useTranslations('roomState'), useLocale()]
  const under = dateOfWhen({ startAt: now }, timeZone)
  return ({ state, session, next }) => {
    if (!session) {
      const at = next?.startAt && sayWhen({ startAt: next.startAt }, { timeZone, language, under })
      const words = [at ? t('emptyUntil', { time: at }) : t('over')]
      return { state: 'unknown', words, short: [t('building.idle')] }
    }
    const word = states(state?.state ?? 'unknown')
    const minutes = state?.at ? Math.max(0, Math.floor((now.getTime() - Date.parse(state.at)) / MINUTE_MS)) : null
    const words = [
      state?.origin === 'forecast' ? t('likely', { state: word }) : word,
      ...(minutes === null ? [] : [t('ago', lengthOf(minutes))]),
    ]
    return { state: state?.state ?? 'unknown', words, short: words }
  }
}
