import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { ListedRun } from '@/lib/schedule/checks/list-sources'
import { RunFacts } from './run-facts'
import { useFailureWords } from './use-failure-words'
import { useWaitWords } from './use-wait-words'

const HASH_SHOWN = 8

/** The last runs of a source, the latest first: when, by whom, from where, how much, and what came of it. */
export function RunList({ slug, runs, saying }: { slug: string; runs: ListedRun[]; saying: Saying }) {
  const t = useTranslations('manage.sources')
  const [sayFailure, sayWaiting] = [useFailureWords(), useWaitWords()]
  if (runs.length === 0) return <p>{t('noRuns')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {runs.map((run) => (
        <li key={run.id} className="grid gap-1 py-3">
          <p>
            <RunFacts run={run} saying={saying} />
          </p>
          {run.outcome === 'failed' ? (
            <p>{sayFailure(run)}</p>
          ) : (
            <p className="empty:hidden">{sayWaiting(run.reasons).join(', ')}</p>
          )}
          <p className="break-words text-sm text-muted [overflow-wrap:anywhere]">
            <Facts
              of={[
                run.address,
                run.fileNames.length > 0 &&
                  t('files', { count: run.fileNames.length, names: isolated(run.fileNames.join(', ')) }),
                run.bytes > 0 && t('bytes', { kilobytes: Math.ceil(run.bytes / 1000) }),
                run.contentHash !== null && t('hash', { hash: run.contentHash.slice(0, HASH_SHOWN) }),
              ]}
            />
          </p>
          {run.release === null ? null : (
            <p>
              <a
                className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
                href={pageAddress(slug, 'managedRelease', String(run.release))}
              >
                {t('release', { number: run.release })}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
