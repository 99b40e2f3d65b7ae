import { useTranslations } from 'next-intl'
import { Facts, Outside } from '@/components/ui/facts'
import type { BoardMove } from '@/lib/desk/board/board'
import type { BoardWords } from '../use-board-words'

/** So many are listed at once. */
const MOST_LISTED = 100

/** What publishing changes, folded. */
export function MovedList({ moves, words }: { moves: readonly BoardMove[]; words: BoardWords }) {
  const t = useTranslations('manage.board')
  return (
    <details>
      <summary className="flex min-h-11 items-center font-medium">{t('publishList')}</summary>
      <ul className="border-t border-line">
        {moves.slice(0, MOST_LISTED).map((move) => (
          <li key={move.sessionId} className="border-b border-line py-2">
            <p className="font-semibold">
              <Outside>{move.title}</Outside>
            </p>
            <p className="text-sm text-muted">
              <Facts
                of={[
                  move.from
                    ? t('fromTo', { from: words.place(move.from), to: words.place(move.place) })
                    : words.place(move.place),
                ]}
              />
            </p>
          </li>
        ))}
      </ul>
      {moves.length > MOST_LISTED ? (
        <p className="text-muted">{t('more', { count: moves.length - MOST_LISTED })}</p>
      ) : null}
    </details>
  )
}
