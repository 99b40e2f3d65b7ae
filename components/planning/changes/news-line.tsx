import { useLocale, useTranslations } from 'next-intl'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import type { NewsValue, Times } from '@/lib/planning/news-values'

/** What changed of one thing of a session, old beside new; within a list of terms. */
export function NewsLine({ value, timeZone }: { value: NewsValue; timeZone: string }) {
  const t = useTranslations('changes')
  const [before, now] = useSaid(value, timeZone)
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

/** The old value and the new. The day is said where it is another. */
function useSaid(value: NewsValue, timeZone: string): [string, string] {
  const [t, language] = [useTranslations('changes'), useLocale()]
  if (value.kind !== 'time') return [value.old || t('none'), value.new || t('none')]
  const [before, now] = [dateOfWhen(value.old, timeZone), dateOfWhen(value.new, timeZone)]
  const say = (times: Times) =>
    [sayWhen(times, { timeZone, language, under: before === now ? now : undefined }), times.startAt ? '' : t('noTime')]
      .filter(Boolean)
      .join(' ')
  return [say(value.old), say(value.new)]
}
