import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DraftQuestionKind } from './draft-state'

type Props = { question: DraftQuestionKind; hasFailed: boolean; onTake: () => void; onLetGo: () => void }

/** Two texts where there can be one: which is it? Writing goes on meanwhile. */
export function DraftQuestion({ question, hasFailed, onTake, onLetGo }: Props) {
  const t = useTranslations('recaps')
  const isLeftBehind = question === 'leftBehind'
  return (
    <Notice tone="warning" live>
      <p>{t(isLeftBehind ? 'otherDraft' : 'changedElsewhere')}</p>
      {hasFailed ? <p className="text-danger">{t('answerFailed')}</p> : null}
      <p className="flex flex-wrap gap-3">
        <Button onClick={onTake}>{t(isLeftBehind ? 'takeDraft' : 'takeHere')}</Button>
        <Button variant={isLeftBehind ? 'danger' : undefined} onClick={onLetGo}>
          {t(isLeftBehind ? 'dropDraft' : 'takeOther')}
        </Button>
      </p>
    </Notice>
  )
}
