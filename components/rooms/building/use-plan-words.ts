import { useLocale, useTranslations } from 'next-intl'
import { dateOfWhen, lengthOf, sayWhen } from '@/lib/i18n/dates'
import { MINUTE_MS } from '@/lib/platform/time'
import type { RoomStateNow } from '@/lib/rooms/room-states'
import type { TiledRoom } from '@/lib/rooms/room-tiles'

type Said = { state: RoomStateNow['state']; /** How it stands, and how old that is. */ words: string[] }

/** How a room stands, in so few words that a plan has room for them. */
export function usePlanWords(timeZone: string, now: Date): (tile: TiledRoom) => Said {
  const [t, states, language] = [useTranslations('rooms'), useTranslations('roomState'), useLocale()]
  const under = dateOfWhen({ startAt: now }, timeZone)
  return ({ state, session, next }) => {
    if (!session) {
      const at = next?.startAt && sayWhen({ startAt: next.startAt }, { timeZone, language, under })
      return { state: 'unknown', words: [at ? t('emptyUntil', { time: at }) : t('over')] }
    }
    const word = states(state?.state ?? 'unknown')
    const minutes = state?.at ? Math.max(0, Math.floor((now.getTime() - Date.parse(state.at)) / MINUTE_MS)) : null
    return {
      state: state?.state ?? 'unknown',
      words: [
        state?.origin === 'forecast' ? t('likely', { state: word }) : word,
        ...(minutes === null ? [] : [t('ago', lengthOf(minutes))]),
      ],
    }
  }
}
