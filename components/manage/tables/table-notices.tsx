import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { knownReason } from '@/components/shared/known-reason'
import { isolated } from '@/lib/platform/bidi'
import { nameColumn, type TableKind } from '@/lib/desk/tables/columns'
import type { TableTold, useTable } from './use-table'
import type { TableWords } from './use-table-words'

const reasons = ['UNAVAILABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID', 'RATE_LIMITED'] as const

type Desk = ReturnType<typeof useTable>
type Props = { kind: TableKind; desk: Desk; words: TableWords }

/** What the last step came to, and what is not kept yet. */
export function TableNotices({ kind, desk, words }: Props) {
  const t = useTranslations('manage.table')
  const why = useTranslations('manage.reason')
  if (desk.stuck !== null)
    return (
      <Notice tone="danger" live>
        <p>{t('stuck', { count: desk.waiting, reason: why(knownReason(reasons, desk.stuck, 'UNAVAILABLE')) })}</p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={desk.retry}>
            {t('retry')}
          </Button>
          <Button onClick={desk.drop}>{t('leave')}</Button>
        </div>
      </Notice>
    )
  return desk.told ? <LastTold kind={kind} told={desk.told} desk={desk} words={words} /> : null
}

function LastTold({ kind, told, desk, words }: Props & { told: TableTold }) {
  const t = useTranslations('manage.table')
  const nameOf = (id: string | null) => desk.lines.find((line) => line.id === id)?.cells[nameColumn(kind)] ?? ''
  if (told.kind === 'refused')
    return (
      <Notice tone="danger" live>
        <p>{t('refused')}</p>
        <ul className="grid gap-1">
          {told.problems.map((problem) => {
            const row = told.rows[problem.row]
            const typed = problem.column && row?.set[problem.column]
            return (
              <li key={`${problem.row} ${problem.column}`}>
                <Facts
                  of={[nameOf(row?.id ?? null), typed && t('typed', { text: isolated(typed) }), words.problem(problem)]}
                />
              </li>
            )
          })}
        </ul>
      </Notice>
    )
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
