import { useTranslations } from 'next-intl'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import type { BoardWords } from '../use-board-words'

type Props = {
  move: ShownMove
  words: BoardWords
  /** The draft is published by itself, at a time to come. */ isPlanned: boolean
}

/** From where to where publishing puts a session as the programme is now, and what no longer fits. */
export function MoveFacts({ move: { home, place, misfit, isThere }, words, isPlanned }: Props) {
  const t = useTranslations('manage.board')
  const isMove = home !== null && !isThere
  return (
    <>
      <p className="text-sm">
        {isMove ? t('fromTo', { from: words.place(home), to: words.place(place) }) : words.place(place)}
      </p>
      {isThere ? <p className="text-sm text-muted">{t('alreadyThere')}</p> : null}
      {misfit ? (
        <p className="text-sm font-medium text-warning">
          {t(misfit === 'moved' && isPlanned ? 'misfit.movedPlanned' : `misfit.${misfit}`)}
        </p>
      ) : null}
    </>
  )
}
