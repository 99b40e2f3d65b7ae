import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Facts, Outside } from '@/components/ui/facts'
import { misfitOf, type BoardSession, type BoardMove } from '@/lib/desk/board/board'
import { isolated } from '@/lib/platform/bidi'
import type { BoardWords } from '../use-board-words'

type Props = {
  moves: readonly BoardMove[]
  published: ReadonlyMap<string, BoardSession>
  words: BoardWords
  mayMove: (id: string) => boolean
  /** Gives back what is theirs, and no more. */ isLead: boolean
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
  published,
  words,
  mayMove,
  isLead,
  onGiveBack,
  onDiscard,
  onPublish,
  onClose,
}: Props) {
  const t = useTranslations('manage.board')
  const misfits = new Map(moves.map((move) => [move.sessionId, misfitOf(move, published.get(move.sessionId))]))
  // What needs a look stands first.
  const listed = [...moves].sort((a, b) => Number(!misfits.get(a.sessionId)) - Number(!misfits.get(b.sessionId)))
  return (
    <Dialog title={t('draftTitle', { count: moves.length })} closeName={t('close')} onClose={onClose}>
      <p className="text-muted">{t('draftLead')}</p>
      <ul className="border-t border-line">
        {listed.slice(0, MOST_LISTED).map((move) => (
          <li key={move.sessionId} className="grid gap-1 border-b border-line py-3">
            <p className="font-semibold">
              <Outside>{move.title}</Outside>
            </p>
            <p className="text-sm">
              {move.from
                ? t('fromTo', { from: words.place(move.from), to: words.place(move.place) })
                : words.place(move.place)}
            </p>
            <p className="text-sm text-muted">
              <Facts of={[move.created && t('drawn'), t('by', { who: words.who(move) })]} />
            </p>
            <Misfit of={misfits.get(move.sessionId) ?? null} />
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

function Misfit({ of }: { of: ReturnType<typeof misfitOf> }) {
  const t = useTranslations('manage.board')
  return of ? <p className="text-sm font-medium text-warning">{t(`misfit.${of}`)}</p> : null
}
