import { useTranslations } from 'next-intl'
import { useUnreadCount } from '@/lib/planning/device/use-unread-count'
import { pageAddress } from '@/lib/program/addresses'

/** The way to what changed for me, where there is something to read. */
export function ChangesLink({ slug }: { slug: string }) {
  const t = useTranslations('changes')
  const count = useUnreadCount(slug)
  if (count === 0) return null
  return (
    <p className="border-l-4 border-accent bg-raised">
      <a
        href={pageAddress(slug, 'changes')}
        className="flex min-h-11 items-center rounded-lg px-3 py-2 font-medium underline underline-offset-4"
      >
        {t('count', { count })}
      </a>
    </p>
  )
}
