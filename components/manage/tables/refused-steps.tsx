import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import type { Refusal } from '@/lib/desk/tables/refusals'
import type { TableWords } from './use-table-words'

type Props = {
  refusals: readonly Refusal[]
  words: TableWords
  nameOf: (id: string | null) => string
  /** One, or all. */ onDismiss: (key: number | 'all') => void
}

/** Steps that were not written, each until it is mended or dismissed. */
export function RefusedSteps({ refusals, words, nameOf, onDismiss }: Props) {
  const t = useTranslations('manage.table')
  return (
    <>
      {refusals.map(({ key, rows, problems }) => (
        <Notice key={key} tone="danger" live>
          <p>{t('refused')}</p>
          <ul className="grid gap-1">
            {problems.map((problem) => {
              const row = rows[problem.row]
              const typed = problem.column && row?.set[problem.column]
              return (
                <li key={`${problem.row} ${problem.column}`}>
                  <Facts
                    of={[
                      nameOf(row?.id ?? null),
                      typed && t('typed', { text: isolated(typed) }),
                      words.problem(problem),
                    ]}
                  />
                </li>
              )
            })}
          </ul>
          <div>
            <Button onClick={() => onDismiss(key)}>{t('dismiss')}</Button>
          </div>
        </Notice>
      ))}
      {refusals.length > 1 ? (
        <div>
          <Button onClick={() => onDismiss('all')}>{t('dismissAll', { count: refusals.length })}</Button>
        </div>
      ) : null}
    </>
  )
}
