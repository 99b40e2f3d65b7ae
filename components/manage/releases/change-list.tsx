import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { sayDay, sayWhen, type Clocks } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { sessionFlags } from '@/lib/program/session-flags'
import { sessionKinds } from '@/lib/program/session-kinds'
import type { SessionField, Snapshot } from '@/lib/program/snapshot'

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

/** Says a field's value as the screens do: days, times, kinds and flags are stored as only programs write them. */
function useSayValue(clocks: Clocks): (field: SessionField, value: string) => string {
  const [t, language] = [useTranslations('session'), useLocale()]
  return (field, value) => {
    if (value === '') return value
    if (field === 'dayOn') return sayDay(value, language)
    if (field === 'startAt' || field === 'endAt') return sayWhen({ startAt: value }, { ...clocks, language })
    const kind = field === 'kind' ? sessionKinds.find((known) => known === value) : undefined
    if (kind) return t(`kind.${kind}`)
    if (field !== 'flags') return value
    const flags = sessionFlags.filter((flag) => value.split(', ').includes(flag))
    return flags.map((flag) => t(`flag.${flag}`)).join(', ')
  }
}
