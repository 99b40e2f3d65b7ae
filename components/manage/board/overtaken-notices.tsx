import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { BoardPlace } from '@/lib/desk/board/board'
import type { Displaced } from '@/lib/desk/board/moving/displaced'
import type { DraftChange } from '@/lib/desk/board/moving/desk'
import type { Overtaken } from '@/lib/desk/board/server/overtaken'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from './use-board-words'

/** So many are listed at once; of more, the last moved. */
const MOST_LISTED = 3

type Props = {
  /** What others had moved just before. */ overtaken: readonly Overtaken[]
  /** What others have moved since. */ displaced: readonly Displaced[]
  titleOf: (sessionId: string) => string
  words: BoardWords
  onPut: (sessionId: string, place: BoardPlace) => void
  /** What was overtaken is to stay so. */ onDismiss: (sessionId: string) => void
  onBack: (changes: readonly DraftChange[]) => void
}

/** Of two organizers who move one session each is told of the other's, and can have either. */
export function OvertakenNotices({ overtaken, displaced, titleOf, words, onPut, onDismiss, onBack }: Props) {
  const t = useTranslations('manage.board')
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const unread = displaced.filter(({ key }) => !read.has(key))
  // Where it is no longer where it was put here, the other notice says how it came to be elsewhere.
  const standing = overtaken.filter(({ sessionId }) => displaced.every((one) => one.sessionId !== sessionId))
  const dismiss = (keys: readonly string[]) => setRead((before) => new Set([...before, ...keys]))
  return (
    <>
      {standing.map(({ sessionId, place, by }) => {
        const who = words.who({ userId: null, by })
        return (
          <Notice key={sessionId} tone="warning" live>
            <p>{t('overtaken', { title: isolated(titleOf(sessionId)), who, place: words.place(place) })}</p>
            <Buttons>
              <Button onClick={() => onPut(sessionId, place)}>{t('takeTheirs', { who })}</Button>
              <Button onClick={() => onDismiss(sessionId)}>{t('leaveIt')}</Button>
            </Buttons>
          </Notice>
        )
      })}
      {unread.slice(0, MOST_LISTED).map(({ key, title, mine, move, back }) => {
        const facts = { title: isolated(title), mine: words.place(mine) }
        return (
          <Notice key={key} tone="warning" live>
            <p>
              {move
                ? t('displaced', { ...facts, who: words.who(move), place: words.place(move.place) })
                : t('takenOut', facts)}
            </p>
            <Buttons>
              <Button onClick={() => onBack([back])}>{t('putBack')}</Button>
              <Button onClick={() => dismiss([key])}>{t('leaveIt')}</Button>
            </Buttons>
          </Notice>
        )
      })}
      {unread.length > MOST_LISTED ? (
        <Notice tone="warning" live>
          <p>{t('moreDisplaced', { count: unread.length - MOST_LISTED })}</p>
          <Buttons>
            <Button onClick={() => onBack(unread.map(({ back }) => back))}>
              {t('putAllBack', { count: unread.length })}
            </Button>
            <Button onClick={() => dismiss(unread.map(({ key }) => key))}>{t('leaveAll')}</Button>
          </Buttons>
        </Notice>
      ) : null}
    </>
  )
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-2">{children}</div>
}
