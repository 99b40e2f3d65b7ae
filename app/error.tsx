'use client'

import { FailurePage } from '@/components/shell/failure-page'

/** Where a page breaks, the document around it stands, and says its language; one that never came does not. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang || navigator.language
  return <FailurePage language={language} code={error.digest} retry={retry} />
}
