import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Facts, Outside } from '@/components/ui/facts'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from '../use-board-words'
import { MoveFacts } from './move-facts'

type Props = {
  moves: readonly ShownMove[]
  words: BoardWords
  mayMove: (id: string) => boolean
  /** Gives back what is theirs, and no more. */ isLead: boolean
  /** The draft is published by itself, at a time to come. */ isPlanned: boolean
  onGiveBack: (id: string) => void
  onDiscard: () => void
  onPublish: () => void
  onClose: () => void
}

/** So many are listed at once; of more, the first. */
const MOST_LISTED = 200

/** All that is moved and not published: from where to where, by whom, and what no longer fits. */
export function DraftSheet({
  moves,
  words,
  mayMove,
  isLead,
  isPlanned,
  onGiveBack,
  onDiscard,
  onPublish,
  onClose,
}: Props) {
  const t = useTranslations('manage.board')
  // What needs a look stands first.
  const listed = [...moves].sort((a, b) => Number(!a.misfit) - Number(!b.misfit))
  return (
    <Dialog title={t('draftTitle', { count: moves.length })} closeName={t('close')} onClose={onClose}>
      <p className="text-muted">{t('draftLead')}</p>
      <ul className="border-t border-line">
        {listed.slice(0, MOST_LISTED).map((move) => (
          <li key={move.sessionId} className="grid gap-1 border-b border-line py-3">
            <p className="font-semibold">
              <Outside>{move.title}</Outside>
            </p>
            <MoveFacts {...{ move, words, isPlanned }} />
            <p className="text-sm text-muted">
              <Facts of={[move.created && t('drawn'), t('by', { who: words.who(move) })]} />
            </p>
            {mayMove(move.sessionId) ? (
              <Button
                className="justify-self-start"
                aria-label={t(move.created ? 'removeOne' : 'giveBackOne', { title: isolated(move.title) })}
                onClick={() => onGiveBack(move.sessionId)}
              >
                {t(move.created ? 'remove' : 'giveBack')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {moves.length > MOST_LISTED ? (
        <p className="text-muted">{t('more', { count: moves.length - MOST_LISTED })}</p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {moves.length > 0 && isLead ? (
          <p className="text-muted">{t('organizersPublish')}</p>
        ) : moves.length > 0 ? (
          <>
            <Button variant="primary" onClick={onPublish}>
              {t('publish')}
            </Button>
            <Button variant="danger" onClick={onDiscard}>
              {t('discard')}
            </Button>
          </>
        ) : (
          <p>{t('draftEmpty')}</p>
        )}
      </div>
    </Dialog>
  )
}
