import { useTranslations } from 'next-intl'
import { pageAddress } from '@/lib/program/addresses'

/** Says above a text that a whole group reads it, which its box alone does not show. */
export function SharedNote({ slug }: { slug: string }) {
  const t = useTranslations('notes')
  return (
    <p className="flex flex-wrap items-center gap-x-3 rounded-lg bg-tint px-3">
      {t('sharedNote')}{' '}
      <a
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        href={pageAddress(slug, 'together')}
      >
        {t('itsGroup')}
      </a>
    </p>
  )
}
