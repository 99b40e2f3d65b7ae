import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { RowProblem } from '@/lib/desk/tables/columns'
import type { Refusal } from '@/lib/desk/tables/refusals'
import { isolated } from '@/lib/platform/bidi'
import type { TableWords } from './use-table-words'

type Props = {
  refusals: readonly Refusal[]
  words: TableWords
  nameOf: (id: string | null) => string
  /** One cell, or all. */ onDismiss: (which: { key: number; problem: RowProblem } | 'all') => void
}

/** What was not written, a line a cell until it is mended or dismissed; the last is first, and the table stays near. */
export function RefusedSteps({ refusals, words, nameOf, onDismiss }: Props) {
  const t = useTranslations('manage.table')
  const cells = refusals.flatMap(({ key, rows, problems }) =>
    problems.map((problem) => ({ key, problem, row: rows[problem.row] })),
  )
  if (cells.length === 0) return null
  return (
    <Notice tone="danger">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <p>{t('refused', { count: cells.length })}</p>
        {cells.length > 1 ? <Button onClick={() => onDismiss('all')}>{t('dismissAll')}</Button> : null}
      </div>
      <div role="log" className="max-h-34 overflow-y-auto">
        <ul className="divide-y divide-line">
          {cells.toReversed().map(({ key, problem, row }) => {
            const [name, typed] = [nameOf(row?.id ?? null), problem.column && row?.set[problem.column]]
            return (
              <li key={`${key} ${problem.row} ${problem.column}`} className="flex items-center gap-2 text-sm">
                <span className="min-w-0 grow">
                  <Facts of={[name, typed && t('typed', { text: isolated(typed) }), words.problem(problem)]} />
                </span>
                <button
                  type="button"
                  aria-label={t('dismissOne', { name: isolated(name || words.problem(problem)) })}
                  className="grid size-11 shrink-0 place-items-center rounded-lg hover:bg-sunken"
                  onClick={() => onDismiss({ key, problem })}
                >
                  <Icon name="close" className="size-5" />
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </Notice>
  )
}
