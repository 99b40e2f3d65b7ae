'use client'

import { FailurePage } from '@/components/shell/failure-page'

/** Where a page breaks, the document around it stands, and says its language. */
export default function ErrorPage({ retry }: { error: Error; retry: () => void }) {
  return <FailurePage language={typeof document === 'undefined' ? 'en' : document.documentElement.lang} retry={retry} />
}
