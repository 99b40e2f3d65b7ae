import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'

/** A conference is here: who sees it so far, and what one does next. */
export function BroughtIn({ slug }: { slug: string }) {
  const t = useTranslations('bringIn')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  const next = [
    ['settings', t('nextShare')],
    ['rooms', t('nextRooms')],
    ['people', t('nextPeople')],
  ] as const
  return (
    <section className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {t('done')}
      </h2>
      <p>{t('donePrivate')}</p>
      <p>
        <ButtonLink variant="primary" href={pageAddress(slug, 'schedule')}>
          {t('doneOpen')}
        </ButtonLink>
      </p>
      <ul className="border-t border-line">
        {next.map(([section, words]) => (
          <li key={section} className="border-b border-line">
            <a
              href={pageAddress(slug, 'managed', section)}
              className="flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
