import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the forms of management speak in the browser. */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const { manage, bringIn, problems, session } = await getMessages()
  return <NextIntlClientProvider messages={{ manage, bringIn, problems, session }}>{children}</NextIntlClientProvider>
}
