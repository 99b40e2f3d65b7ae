import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BoardMove, BoardPlace, BoardSession, DrawnSession } from '@/lib/desk/board/board'
import type { LandedSession } from '@/lib/desk/board/moving/carry'
import { changesOf, wantedIn, type undoable, type DraftChange } from '@/lib/desk/board/moving/desk'
import { skippedTimes } from '@/lib/desk/board/moving/to-day'
import { sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { BoardWords } from './use-board-words'
import type { useDesk } from './use-desk'

type Given = {
  /** That is looked at. */ day: string
  sessions: readonly BoardSession[]
  published: ReadonlyMap<string, BoardSession>
  moveOf: ReadonlyMap<string, BoardMove>
  words: BoardWords
  sending: Pick<ReturnType<typeof useDesk>, 'make' | 'undo' | 'redo' | 'wouldUndo' | 'wouldRedo'>
}

/** What can be done on the board; each is said to whoever does not see it, and shown where the board does not. */
export function useDoing({ day, sessions, published, moveOf, words, sending }: Given) {
  const t = useTranslations('manage.board')
  const [said, say] = useState('')
  const [news, setNews] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  // A notice is read aloud by itself.
  const show = (text: string) => {
    say('')
    setNews(text)
  }
  const make = (changes: readonly DraftChange[], seen?: number) => {
    setRefused(false)
    setNews(null)
    sending.make(changes, seen)
  }
  /** @param seen the draft's version that was seen when they were taken up; absent: the one of now */
  const move = (moved: readonly LandedSession[], seen?: number) => {
    const [first] = moved
    if (!first) return
    make(changesOf(moved, published, moveOf), seen)
    const { session, place } = first
    const text = t('say.moved', { title: isolated(session.title), count: moved.length, place: words.place(place) })
    if (place.dayOn === day) return say(text)
    const { timeZone } = words.saying
    const skipped = skippedTimes(moved, timeZone)
    const [one] = skipped
    if (!one) return show(text)
    const clock = (at: string) => sayWhen({ startAt: at }, { ...words.saying, under: dateOn(new Date(at), timeZone) })
    const times = { before: clock(one.before), after: clock(one.after), count: skipped.length }
    show(`${text} ${t('say.skipped', times)}`)
  }
  const put = (sessionId: string, place: BoardPlace) => {
    const session = sessions.find(({ id }) => id === sessionId)
    if (session) move([{ session, place }])
  }
  const draw = (created: DrawnSession, place: BoardPlace) => {
    const change = { sessionId: crypto.randomUUID(), title: created.title, from: null, before: null }
    make([{ ...change, after: { place, created } }])
    say(t('say.drawn', { title: isolated(created.title), place: words.place(place) }))
  }
  const giveBack = (ids: readonly string[]) =>
    make(
      ids.flatMap((id): DraftChange[] => {
        const known = moveOf.get(id)
        if (!known) return []
        return [{ sessionId: id, title: known.title, from: known.from, before: wantedIn(known), after: null }]
      }),
    )
  const sayBack = ({ changes, left }: ReturnType<typeof undoable>, what: 'undone' | 'redone') => {
    setNews(null)
    if (left === 0) say(t(`say.${what}`))
    else show(changes.length === 0 ? t('say.allLeft', { count: left }) : t('say.leftToOthers', { what, count: left }))
  }
  const undo = () => {
    sayBack(sending.wouldUndo, 'undone')
    sending.undo()
  }
  const redo = () => {
    sayBack(sending.wouldRedo, 'redone')
    sending.redo()
  }
  const read = () => setNews(null)
  return {
    said,
    say,
    news,
    show,
    read,
    isRefused,
    refuse: () => setRefused(true),
    make,
    move,
    put,
    draw,
    giveBack,
    undo,
    redo,
  }
}
