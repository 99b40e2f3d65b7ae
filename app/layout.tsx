import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeviceCode } from '@/components/shell/device'
import { Palette } from '@/components/shell/palette/palette'
import { ServiceWorker } from '@/components/shell/service-worker'
import { FieldWords } from '@/components/ui/typing/field-words'
import { inter, interExtended } from './fonts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: 'Hallway', template: '%s · Hallway' },
    description: t('description'),
    applicationName: 'Hallway',
    icons: { icon: '/icon.svg', apple: '/apple-touch-icon.png' },
    appleWebApp: { capable: true, title: 'Hallway', statusBarStyle: 'default' },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#151411' },
  ],
}

/** The document around every page; its language is the request's. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, { worker }] = [await getTranslations('shell'), await getMessages()]
  return (
    <html lang={await getLocale()} className={`${inter.variable} ${interExtended.variable}`}>
      <body>
        <a
          href="#main"
          className={
            'sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-50 focus:rounded-lg ' +
            'focus:bg-raised focus:p-3'
          }
        >
          {t('skip')}
        </a>
        <p className="needs-scripts border-b border-line bg-raised px-4 py-3">{t('needsScripts')}</p>
        <FieldWords tooLong={t('tooLong', { most: '{most}', over: '{over}' })}>{children}</FieldWords>
        <DeviceCode />
        <Palette />
        {/* Pages bring providers of their own. Because of this one they all share one reader of words. */}
        <NextIntlClientProvider messages={{ worker }}>
          <ServiceWorker />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
