import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'
import { WHO_SEES_IT } from '@/lib/program/pages'

/** A conference is here: who sees it so far, and what one does next. */
export function BroughtIn({ slug }: { slug: string }) {
  const t = useTranslations('bringIn')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  const next = [
    [`${pageAddress(slug, 'managed', 'settings')}#${WHO_SEES_IT}`, t('nextShare')],
    [pageAddress(slug, 'managed', 'rooms'), t('nextRooms')],
    [pageAddress(slug, 'managed', 'people'), t('nextPeople')],
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
        {next.map(([address, words]) => (
          <li key={address} className="border-b border-line">
            <a href={address} className="flex min-h-11 items-center text-accent underline underline-offset-4">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
