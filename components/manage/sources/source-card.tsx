import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import type { Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { ListedSource } from '@/lib/schedule/checks/list-sources'
import { sayFormat, saySource } from '../bring-in/format-name'
import { RunFacts } from './run-facts'
import { SourceState } from './source-state'

type Props = { slug: string; source: ListedSource; saying: Saying }

/** One source: what it gives, how it stands, what waits, and the way to its page. */
export function SourceCard({ slug, source, saying }: Props) {
  const [t, manage, words] = [useTranslations('manage.sources'), useTranslations('manage'), useTranslations('bringIn')]
  const { id, name, format, sessions, address, waiting, lastRun } = source
  const href = pageAddress(slug, 'managedSource', id)
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-4">
      <p dir="auto">
        <a className="font-semibold text-accent underline underline-offset-4" href={href}>
          <bdi>{saySource(words, name)}</bdi>
        </a>{' '}
        <span className="text-sm text-muted">
          {name === format
            ? words('ofDay', { count: sessions })
            : manage('sourceFacts', { format: sayFormat(words, format), sessions })}
        </span>
      </p>
      {waiting ? (
        <Notice tone="warning">
          <p>{t('waits')}</p>
          <p>
            <ButtonLink href={href}>
              {t('waitsLook')} <bdi className="sr-only">{isolated(name)}</bdi>
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <SourceState source={source} saying={saying} />
      {lastRun ? (
        <p className="text-sm text-muted">
          <RunFacts run={lastRun} saying={saying} />
        </p>
      ) : null}
      {address ? (
        <p className="break-all text-sm text-muted" dir="ltr">
          <Facts of={[address]} />
        </p>
      ) : null}
    </li>
  )
}
