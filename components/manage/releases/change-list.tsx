import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import type { SessionField, Snapshot } from '@/lib/program/snapshot'
import { useSayValue } from './use-say-value'

export type ListedSessionChange = {
  key: string
  kind: 'added' | 'changed' | 'cancelled' | 'restored'
  title: string
  /** The session's page, where it has one already. */
  href?: string
  /** When it is; two may share a title. */
  when?: Pick<Snapshot, 'dayOn' | 'startAt' | 'endAt'>
  /** Values as `fieldText` gives them. */
  fields: { field: SessionField; before: string; after: string }[]
}

type Props = {
  changes: ListedSessionChange[]
  clocks: Clocks
  /** Within a form: each can be ticked to be left out, as `leave`. */
  canLeave?: boolean
}

/** What becomes of sessions, old beside new. */
export function ChangeList({ changes, clocks, canLeave = false }: Props) {
  const t = useTranslations('bringIn')
  const language = useLocale()
  const say = useSayValue(clocks)
  return (
    <ul className="grid gap-2">
      {changes.map(({ key, kind, title, href, when, fields }) => (
        <li key={key} dir="auto">
          {href === undefined ? (
            <span className="font-medium">{settleBidi(title)}</span>
          ) : (
            <a className="font-medium text-accent underline underline-offset-4" href={href}>
              {settleBidi(title)}
            </a>
          )}{' '}
          <span className="text-sm text-muted">
            <Facts of={[when ? sayWhen(when, { ...clocks, language }) : '', t(`diff.${kind}`)].filter(Boolean)} />
          </span>
          <ul className="pl-4 text-sm">
            {fields.map(({ field, before, after }) => (
              <li key={field}>
                {t(`sessionField.${field}`)}: <del className="text-muted">{say(field, before)}</del> →{' '}
                <ins className="no-underline">{say(field, after)}</ins>
              </li>
            ))}
          </ul>
          {canLeave ? (
            <label className="inline-flex min-h-11 items-center gap-2 text-sm">
              <input type="checkbox" name="leave" value={key} className="size-5 accent-accent" />
              <span>
                {t('leave')} <bdi className="sr-only">{settleBidi(title)}</bdi>
              </span>
            </label>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
