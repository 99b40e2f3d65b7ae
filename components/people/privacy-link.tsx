import { useTranslations } from 'next-intl'

/** The way to what this installation keeps of people. */
export function PrivacyLink() {
  const t = useTranslations('privacy')
  return (
    <a href="/privacy" className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4">
      {t('link')}
    </a>
  )
}
