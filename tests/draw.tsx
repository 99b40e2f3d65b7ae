import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import en from '@/lib/i18n/messages/en.json'

/** The markup of what is drawn, in English, as it is before anything is done with it. */
export function draw(drawn: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {drawn}
    </NextIntlClientProvider>,
  )
}
