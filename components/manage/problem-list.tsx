import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/platform/errors'

const MOST = 100

/** What of a file could not be used: where, what, and the value. The rest was imported. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const t = useTranslations('problems')
  if (problems.length === 0) return null
  const sayCode = (code: string) =>
    t.has(`code.${code}` as Parameters<typeof t.has>[0]) ? t(`code.${code}` as Parameters<typeof t>[0]) : code
  // How many more there are of a kind is told with the kind's name.
  const sayDetail = ({ code, detail }: Problem) =>
    code === 'more-of-the-same'
      ? detail.replace(/^([a-z-]+): (\d+)$/, (_, kind: string, count: string) =>
          t('ofKind', { kind: sayCode(kind), count }),
        )
      : detail
  return (
    <details open={problems.some(({ severity }) => severity === 'error')}>
      <summary className="min-h-11 py-2 font-medium">{t('title', { count: problems.length })}</summary>
      <ul className="grid gap-1 text-sm">
        {problems.slice(0, MOST).map((problem, index) => (
          <li key={index} dir="auto">
            <span
              className={
                problem.severity === 'error'
                  ? 'text-danger'
                  : problem.severity === 'warning'
                    ? 'text-warning'
                    : 'text-muted'
              }
            >
              {t(`severity.${problem.severity}`)}
            </span>{' '}
            {t.rich(problem.path === '' ? 'what' : 'whereWhat', {
              where: problem.path.replace(/\bline (\d+)$/, (_, line: string) => t('line', { line })),
              what: sayCode(problem.code),
              strong: (where) => <span className="font-medium">{where}</span>,
            })}
            {problem.detail ? <span className="text-muted"> ({sayDetail(problem)})</span> : null}
          </li>
        ))}
      </ul>
      {problems.length > MOST ? (
        <p className="text-sm text-muted">{t('more', { count: problems.length - MOST })}</p>
      ) : null}
    </details>
  )
}
