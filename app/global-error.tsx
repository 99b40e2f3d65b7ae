'use client'

import { FailurePage } from '@/components/shell/failure-page'
import { inter, interExtended } from './fonts'
import './globals.css'

/** Where the document itself breaks, nothing but the browser says which language its person reads. */
export default function DocumentErrorPage({ retry }: { error: Error; retry: () => void }) {
  const language = typeof navigator === 'undefined' ? 'en' : navigator.language
  return (
    <html lang={language} className={`${inter.variable} ${interExtended.variable}`}>
      <body>
        <FailurePage language={language} retry={retry} />
      </body>
    </html>
  )
}
