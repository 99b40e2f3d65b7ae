import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { nameColumn, type TableKind } from '@/lib/desk/tables/columns'
import { RefusedSteps } from './refused-steps'
import type { TableTold } from './send-job'
import type { useTable } from './use-table'
import type { TableWords } from './use-table-words'

const reasons = [...refusalsOfAsker, 'UNAVAILABLE', 'NOT_FOUND', 'INVALID'] as const

type Desk = ReturnType<typeof useTable>
type Props = { kind: TableKind; desk: Desk; words: TableWords }

/** What the last step came to, what was refused and not mended since, and what is not kept yet. */
export function TableNotices({ kind, desk, words }: Props) {
  const t = useTranslations('manage.table')
  const why = useTranslations('manage.reason')
  const nameOf = (id: string | null) => desk.lines.find((line) => line.id === id)?.cells[nameColumn(kind)] ?? ''
  return (
    <>
      <RefusedSteps refusals={desk.refusals} {...{ words, nameOf }} onDismiss={desk.dismiss} />
      {desk.stuck !== null ? (
        <Notice tone="danger" live>
          <p>{t('stuck', { count: desk.waiting, reason: why(knownReason(reasons, desk.stuck, 'UNAVAILABLE')) })}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={desk.retry}>
              {t('retry')}
            </Button>
            <Button onClick={desk.drop}>{t('leave')}</Button>
          </div>
        </Notice>
      ) : desk.told ? (
        <LastTold told={desk.told} nameOf={nameOf} />
      ) : null}
    </>
  )
}

function LastTold({ told, nameOf }: { told: TableTold; nameOf: (id: string | null) => string }) {
  const t = useTranslations('manage.table')
  if (told.kind === 'written')
    return (
      <Notice tone={told.collisions > 0 ? 'warning' : 'good'} live>
        <p>
          {t('written', { count: told.count })}{' '}
          {told.collisions > 0 ? t('collisions', { count: told.collisions }) : null}
        </p>
      </Notice>
    )
  if (told.kind === 'redone')
    return (
      <Notice tone="good" live>
        <p>{t('redone')}</p>
      </Notice>
    )
  return (
    <Notice tone={told.left.length > 0 ? 'warning' : 'good'} live>
      <p>
        {told.count > 0 ? t('undone') : null} {told.left.length > 0 ? t('left', { count: told.left.length }) : null}
      </p>
      {told.left.length > 0 ? (
        <p>
          <Facts of={told.left.map(nameOf)} />
        </p>
      ) : null}
    </Notice>
  )
}
