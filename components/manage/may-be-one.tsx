import { useLocale, useTranslations } from 'next-intl'

/** Says beside a room or a track which others it may be; nothing happens by itself. */
export function MayBeOne({ others = [] }: { others?: readonly { name: string }[] }) {
  const [t, locale] = [useTranslations('manage'), useLocale()]
  if (others.length === 0) return null
  // Isolated: a name in Arabic turns nothing around that stands beside it.
  const names = new Intl.ListFormat(locale).format(others.map(({ name }) => `\u2068${name}\u2069`))
  return <span className="w-full text-sm text-warning">{t('mayBeOne', { names })}</span>
}
