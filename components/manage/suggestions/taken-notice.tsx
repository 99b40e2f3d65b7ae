import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { pageAddress } from '@/lib/program/addresses'
import type { DayProps } from './day-props'
import { ElsewhereList } from './elsewhere-list'
import type { useTaking } from './use-taking'

type Props = DayProps & { of: ReturnType<typeof useTaking>; onAgain: () => void }

/** That moves are in the draft, or out of it again, and what was left as others have it. */
export function TakenNotice({ of: { taking, pending, undo }, onAgain, ...day }: Props) {
  const t = useTranslations('manage.suggest')
  if (taking.state === 'open') return null
  if (taking.state === 'undone')
    return (
      <Notice tone={taking.left.length > 0 ? 'warning' : 'good'} live>
        <p>{t('undone', { count: taking.count })}</p>
        {taking.left.length > 0 ? (
          <>
            <p>{t('left', { count: taking.left.length })}</p>
            <ElsewhereList {...day} elsewhere={taking.left} />
          </>
        ) : null}
        <p>
          <Button onClick={onAgain}>{t('again')}</Button>
        </p>
      </Notice>
    )
  return (
    <Notice tone="good" live>
      <p>{t('taken', { count: taking.moves.length })}</p>
      {taking.hasFailed ? <p>{t('notUndone')}</p> : null}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${pageAddress(day.conference, 'managed', 'board')}?day=${day.day}`}>
          {t('toBoard')}
        </ButtonLink>
        <Button disabled={pending} onClick={() => void undo(taking.moves)}>
          {t('undo')}
        </Button>
        <Button onClick={onAgain}>{t('again')}</Button>
      </p>
    </Notice>
  )
}
