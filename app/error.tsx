'use client'

import { FailurePage } from '@/components/shell/failure-page'

/** Where a page breaks, the document around it stands, and says its language. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <FailurePage
      language={typeof document === 'undefined' ? 'en' : document.documentElement.lang}
      code={error.digest}
      retry={retry}
    />
  )
}
