import { useTranslations } from 'next-intl'
import { Outside } from '@/components/ui/facts'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import type { BoardWords } from '../use-board-words'
import { MoveFacts } from './move-facts'

/** So many are listed at once. */
const MOST_LISTED = 100

type Props = {
  moves: readonly ShownMove[]
  words: BoardWords
  /** It is published by itself, at a time to come. */ isPlanned: boolean
}

/** What publishing changes as the programme is now, folded; what needs a look stands first. */
export function MovedList({ moves, words, isPlanned }: Props) {
  const listed = [...moves].sort((a, b) => Number(!a.misfit) - Number(!b.misfit))
  const t = useTranslations('manage.board')
  return (
    <details>
      <summary className="flex min-h-11 items-center font-medium">{t('publishList')}</summary>
      <ul className="border-t border-line">
        {listed.slice(0, MOST_LISTED).map((move) => (
          <li key={move.sessionId} className="border-b border-line py-2">
            <p className="font-semibold">
              <Outside>{move.title}</Outside>
            </p>
            <MoveFacts {...{ move, words, isPlanned }} />
          </li>
        ))}
      </ul>
      {moves.length > MOST_LISTED ? (
        <p className="text-muted">{t('more', { count: moves.length - MOST_LISTED })}</p>
      ) : null}
    </details>
  )
}
