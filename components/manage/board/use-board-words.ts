import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Board, BoardAuthor, BoardSession, BoardPlace } from '@/lib/desk/board/board'
import { sayDay, sayWhen, type Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'

export type BoardWords = {
  saying: Saying
  /** "10:00–10:30 · Hall", with the day unless it stands above. */ place: (place: BoardPlace, under?: string) => string
  when: (place: BoardPlace, under?: string) => string
  rooms: (place: BoardPlace) => string
  day: (date: string) => string
  speakers: (session: BoardSession) => string
  /** Who moved something: "you", their name, or "somebody". */ who: (author: BoardAuthor) => string
}

type Named = { id: string; name: string }

/** Says where and when sessions are, in the language of the screen and on the conference's clocks. */
export function useBoardWords(
  { timeZone, rooms, speakers }: Pick<Board, 'timeZone'> & Record<'rooms' | 'speakers', readonly Named[]>,
  { userId: myId }: BoardAuthor,
): BoardWords {
  const t = useTranslations('manage.board')
  const language = useLocale()
  return useMemo(() => {
    const saying = { timeZone, language }
    const [roomNames, speakerNames] = [rooms, speakers].map((all) => new Map(all.map(({ id, name }) => [id, name])))
    const namesOf = (ids: readonly string[], names: ReadonlyMap<string, string> | undefined) =>
      ids.flatMap((id) => names?.get(id) ?? []).map(isolated)
    const when = (place: BoardPlace, under?: string) =>
      place.startAt
        ? sayWhen(place, { ...saying, under })
        : [place.dayOn === under ? '' : sayDay(place.dayOn, language), t('withoutTime')].filter(Boolean).join(', ')
    const roomsOf = (place: BoardPlace) => namesOf(place.roomIds, roomNames).join(', ') || t('withoutRoom')
    return {
      saying,
      when,
      rooms: roomsOf,
      // What has no time may well have no room yet.
      place: (place, under) =>
        place.startAt || place.roomIds.length > 0 ? `${when(place, under)} · ${roomsOf(place)}` : when(place, under),
      day: (date) => sayDay(date, language),
      speakers: ({ speakerIds }) => namesOf(speakerIds, speakerNames).join(', '),
      who: ({ userId, by }) => (userId !== null && userId === myId ? t('you') : isolated(by ?? t('somebody'))),
    }
  }, [t, timeZone, language, rooms, speakers, myId])
}
