import { useTranslations } from 'next-intl'
import { detailBeside, placeOf } from '@/lib/formats/problems/place'
import { settleBidi } from '@/lib/platform/bidi'
import type { Problem } from '@/lib/platform/errors'

const MOST = 100

/** What of a file could not be used: where, what, and the value. The rest was imported. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const t = useTranslations('problems')
  if (problems.length === 0) return null
  const sayCode = (code: string) =>
    t.has(`code.${code}` as Parameters<typeof t.has>[0]) ? t(`code.${code}` as Parameters<typeof t>[0]) : code
  // How many more there are of a kind is told with the kind's name.
  const sayDetail = (problem: Problem) =>
    problem.code === 'more-of-the-same'
      ? problem.detail.replace(/^([a-z-]+): (\d+)$/, (_, kind: string, count: string) =>
          t('ofKind', { kind: sayCode(kind), count }),
        )
      : detailBeside(problem)
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
            <Said problem={problem} what={sayCode(problem.code)} detail={sayDetail(problem)} />
          </li>
        ))}
      </ul>
      {problems.length > MOST ? (
        <p className="text-sm text-muted">{t('more', { count: problems.length - MOST })}</p>
      ) : null}
    </details>
  )
}

/** Where it is and what it is; the path as programs write it last, for whoever made the file. */
function Said({ problem, what, detail }: { problem: Problem; what: string; detail: string }) {
  const t = useTranslations('problems')
  const { parts, raw } = placeOf(problem)
  const where = parts.map(({ word, values }) => t(`place.${word}`, values)).join(', ')
  return (
    <>
      {t.rich(where === '' ? 'what' : 'whereWhat', {
        where: settleBidi(where),
        what,
        strong: (place) => <span className="font-medium [overflow-wrap:anywhere]">{place}</span>,
      })}
      {detail ? <span className="text-muted"> ({detail})</span> : null}
      {raw === null ? null : <code className="ml-1 text-xs text-muted [overflow-wrap:anywhere]">{raw}</code>}
    </>
  )
}
