import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { MOST_RECAP_CHARACTERS, type Unfit } from '@/lib/recaps/length'
import { unfinishedIn } from '@/lib/recaps/doubts'
import type { RecapState, RecapStatus } from '@/lib/recaps/status'
import type { keepDraft } from './draft-keeper'
import { DraftQuestion } from './draft-question'
import type { DraftView } from './draft-state'
import type { Sheet } from './edited-recap'
import { StatusChip } from './status-chip'
import { useUnfit } from './use-unfit'

type Props = {
  keeping: DraftView
  keeper: ReturnType<typeof keepDraft>
  status: RecapStatus
  state: RecapState
  unfit: readonly Unfit[]
  isTooLong: boolean
  /** How many there are. */ photos: number
  /** The conference's places stand below it on a phone. */ isOverPlaces: boolean
  onOpen: (sheet: Sheet) => void
}

/**
 * In reach wherever one writes: whether it is saved, what the public has of it, and the way to publish it. Nothing is
 * saved before what it asks is answered.
 */
export function EditorBar({ keeping, keeper, status, state, unfit, isTooLong, photos, isOverPlaces, onOpen }: Props) {
  const t = useTranslations('recaps')
  const sayUnfit = useUnfit()
  const { draft, state: save, question, hasFailed } = keeping
  return (
    <div
      className={
        'editor-bar sticky z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-raised ' +
        'px-4 py-2 lg:static lg:col-start-2 lg:row-start-1 lg:mx-0 lg:justify-end lg:border-0 lg:bg-transparent ' +
        'lg:px-0 ' +
        (isOverPlaces
          ? 'bottom-[calc(3.5625rem+env(safe-area-inset-bottom))]'
          : 'bottom-0 pb-[max(0.5rem,env(safe-area-inset-bottom))]')
      }
    >
      {isTooLong ? (
        <Notice tone="danger" live>
          {t('textTooLong', { most: MOST_RECAP_CHARACTERS })}
        </Notice>
      ) : null}
      {/* To try again would not help where something does not fit: the line below says what. */}
      {save === 'failed' && unfit.length === 0 ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
      {question ? (
        <DraftQuestion
          question={question}
          hasFailed={hasFailed}
          onTake={() => void keeper.take()}
          onLetGo={() => void keeper.letGo()}
        />
      ) : null}
      <div className="grid min-w-24 flex-1 justify-items-start gap-0.5 lg:flex-none lg:justify-items-end">
        <StatusChip status={status} state={state} />
        <p role="status" className="text-sm leading-tight text-muted">
          {unfit[0]
            ? `${t('unfitHere')} ${sayUnfit(unfit[0])}`
            : save === 'failed'
              ? t('unsaved')
              : `${t(save)} · ${t('toDos', { count: unfinishedIn(draft).length })}`}
        </p>
      </div>
      {photos > 0 ? <Button onClick={() => onOpen('photos')}>{t('photosButton')}</Button> : null}
      <Button variant="primary" onClick={() => onOpen('publish')}>
        {t(status === 'published' ? 'shareIt' : 'publishIt')}
      </Button>
    </div>
  )
}
