import { useLocale, useTranslations } from 'next-intl'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import type { NewsValue, Times } from '@/lib/planning/news-values'

type Props = {
  value: NewsValue
  timeZone: string
  /** Its day stands nowhere beside it. */ isDaySaid?: boolean
}

/** What changed of one thing of a session, old beside new; within a list of terms. */
export function NewsLine({ value, timeZone, isDaySaid = false }: Props) {
  const t = useTranslations('changes')
  const [before, now] = useSaid(value, timeZone, isDaySaid)
  return (
    <div className="contents">
      <dt className="text-muted">{t(`field.${value.kind}`)}</dt>
      <dd className="break-words">
        <span className="sr-only">{t('was')} </span>
        <s dir="auto" className="inline-block max-w-full text-muted">
          {before}
        </s>
        <span aria-hidden> → </span>
        <span className="sr-only">{t('is')} </span>
        <strong dir="auto" className="inline-block max-w-full font-semibold">
          {now}
        </strong>
      </dd>
    </div>
  )
}

/** The old value and the new. The day is said where it is another, and once where it stands nowhere else. */
function useSaid(value: NewsValue, timeZone: string, isDaySaid: boolean): [string, string] {
  const [t, language] = [useTranslations('changes'), useLocale()]
  if (value.kind !== 'time') return [value.old || t('none'), value.new || t('none')]
  const [before, now] = [dateOfWhen(value.old, timeZone), dateOfWhen(value.new, timeZone)]
  const say = (times: Times, under: string | undefined) =>
    [sayWhen(times, { timeZone, language, under }), times.startAt ? '' : t('noTime')].filter(Boolean).join(' ')
  const under = before === now ? now : undefined
  return [say(value.old, isDaySaid ? undefined : under), say(value.new, under)]
}
