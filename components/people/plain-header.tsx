import { getLocale, getTranslations } from 'next-intl/server'
import { LanguageSwitch } from '@/components/shell/language-switch'

/** The top of a page that belongs to no conference: the way home, and the language. */
export async function PlainHeader() {
  const t = await getTranslations('shell')
  return (
    <header
      className={
        'mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-3 px-4 ' +
        'pt-[max(env(safe-area-inset-top),0.5rem)]'
      }
    >
      <a href="/" className="inline-flex min-h-11 items-center text-lg font-semibold">
        Hallway
      </a>
      <LanguageSwitch current={await getLocale()} name={t('language')} />
    </header>
  )
}
