import { useLocale, useTranslations } from 'next-intl'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { SessionField } from '@/lib/program/snapshot'
import { groupChanges, type ListedSessionChange } from './group-changes'
import { useSayValue } from './use-say-value'

type Props = {
  changes: ListedSessionChange[]
  clocks: Clocks
  /** Within a form: each can be ticked to be left out, as `leave`. */
  canLeave?: boolean
}

/** What becomes of sessions, by what it is to who comes, old beside new. */
export function ChangeList({ changes, clocks, canLeave = false }: Props) {
  const t = useTranslations('bringIn')
  return (
    <div className="grid gap-4">
      {groupChanges(changes).map(([group, own]) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h3 className="flex items-baseline justify-between gap-2 border-b border-line pb-1 font-semibold">
            <span className={group === 'cancelled' ? 'text-danger' : ''}>{t(`group.${group}`)}</span>
            <span className="text-sm font-normal text-muted">{t('ofDay', { count: own.length })}</span>
          </h3>
          <ul className="divide-y divide-line">
            {own.map((change) => (
              <li key={change.key} className={canLeave ? 'pt-2' : 'py-2'}>
                <SessionChange change={change} clocks={clocks} />
                {canLeave ? <LeaveOut change={change} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function SessionChange({ change, clocks }: { change: ListedSessionChange; clocks: Clocks }) {
  const [t, language, say] = [useTranslations('bringIn'), useLocale(), useSayValue(clocks)]
  const { title, href, when, fields } = change
  const value = (field: SessionField, text: string) => say(field, text) || t('noValue')
  return (
    <>
      {href === undefined ? (
        <bdi className="font-medium">{settleBidi(title)}</bdi>
      ) : (
        <a className="font-medium text-accent underline underline-offset-4" href={href}>
          <bdi>{settleBidi(title)}</bdi>
        </a>
      )}{' '}
      {when ? <span className="text-sm text-muted">{sayWhen(when, { ...clocks, language })}</span> : null}
      <ul className="pl-4 text-sm">
        {fields.map(({ field, before, after }) => (
          <li key={field} className="break-words">
            {t.rich('fieldChange', {
              field: t(`sessionField.${field}`),
              before: value(field, before),
              after: value(field, after),
              old: (text) => <del className="text-muted">{text}</del>,
              now: (text) => <ins className="no-underline">{text}</ins>,
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

function LeaveOut({ change: { key, title } }: { change: ListedSessionChange }) {
  const t = useTranslations('bringIn')
  return (
    <label className="inline-flex min-h-11 items-center gap-2 text-sm">
      <input type="checkbox" name="leave" value={key} className="size-5 accent-accent" />
      <span>
        {t('leave')} <bdi className="sr-only">{settleBidi(title)}</bdi>
      </span>
    </label>
  )
}
