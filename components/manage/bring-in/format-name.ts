import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { settleBidi } from '@/lib/platform/bidi'
import { formatNames } from '@/lib/formats/format-names'

type Words = ReturnType<typeof useTranslations<'bringIn'>>

/** What people call a format; its own name where a server of another version has one that is not known here. */
export function sayFormat(t: Words, format: string): string {
  const known = knownReason(formatNames, format, null)
  return known === null ? format : t(`formatName.${known}`)
}

/** What a source is called. One that nobody named bears its format's name, and is called as people call that. */
export function saySource(t: Words, name: string): string {
  return settleBidi(sayFormat(t, name))
}
