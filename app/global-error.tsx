'use client'

import { FailurePage } from '@/components/shell/failure-page'
import { inter, interExtended } from './fonts'
import './globals.css'

/** Where the document itself breaks, nothing but the browser says which language its person reads. */
export default function DocumentErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const language = typeof navigator === 'undefined' ? 'en' : navigator.language
  return (
    <html lang={language} className={`${inter.variable} ${interExtended.variable}`}>
      <body>
        <FailurePage language={language} code={error.digest} retry={retry} />
      </body>
    </html>
  )
}
