import { useLocale, useTranslations } from 'next-intl'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { groupChanges, type ChangeGroup, type ListedSessionChange } from './group-changes'
import { useSayChange } from './use-say-change'

/** So many are there to be read; more are there to be opened. */
const FEW = 12

type Props = {
  changes: ListedSessionChange[]
  clocks: Clocks
  /** Within a form: each can be ticked to be left out, as `leave`. */
  canLeave?: boolean
}

/** What becomes of sessions, by what it is to who comes, old beside new. Long groups fold, where there are several. */
export function ChangeList({ changes, clocks, canLeave = false }: Props) {
  const t = useTranslations('bringIn')
  const groups = groupChanges(changes)
  return (
    <div className="grid gap-4">
      {groups.map(([group, own]) => {
        const rows = (
          <ul className="divide-y divide-line">
            {own.map((change) => (
              <li key={change.key} className={canLeave ? 'pt-2' : 'py-2'}>
                <SessionChange change={change} clocks={clocks} />
                {canLeave ? <LeaveOut change={change} /> : null}
              </li>
            ))}
          </ul>
        )
        return (
          <section key={group} aria-label={t(`group.${group}`)}>
            {changes.length <= FEW ? (
              <>
                <GroupName group={group} count={own.length} />
                {rows}
              </>
            ) : (
              <details open={own.length <= FEW}>
                <summary className="flex min-h-11 items-center border-b border-line">
                  <GroupName group={group} count={own.length} />
                </summary>
                {rows}
              </details>
            )}
          </section>
        )
      })}
    </div>
  )
}

function GroupName({ group, count }: { group: ChangeGroup; count: number }) {
  const t = useTranslations('bringIn')
  return (
    <h3 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
      <span className={group === 'cancelled' ? 'text-danger' : ''}>{t(`group.${group}`)}</span>
      <span className="text-sm font-normal text-muted">{t('ofDay', { count })}</span>
    </h3>
  )
}

function SessionChange({ change, clocks }: { change: ListedSessionChange; clocks: Clocks }) {
  const [t, language, say] = [useTranslations('bringIn'), useLocale(), useSayChange(clocks)]
  const { title, href, when, fields } = change
  return (
    <>
      {href === undefined ? (
        <bdi className="font-medium">{settleBidi(title)}</bdi>
      ) : (
        <a className="font-medium text-accent underline underline-offset-4" href={href}>
          <bdi>{settleBidi(title)}</bdi>
        </a>
      )}
      {when ? <p className="text-sm text-muted">{sayWhen(when, { ...clocks, language })}</p> : null}
      <ul className="pl-4 text-sm">
        {say(fields).map(({ key, name, before, after }) => (
          <li key={key} className="break-words">
            {t.rich('fieldChange', {
              field: name,
              before: before || t('noValue'),
              after: after || t('noValue'),
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
