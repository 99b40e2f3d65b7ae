'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { wordsForFailure } from '@/components/shell/failure-words'
import { keepsMemory } from '@/lib/platform/device-memory'

/**
 * A bug, or a server that did not answer: what happened, what is safe, what to do. Its words come along, since nothing
 * else may have loaded.
 */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const words = wordsForFailure(typeof document === 'undefined' ? 'en' : document.documentElement.lang)
  return (
    <Page title={words.title} lead={keepsMemory() ? words.lead : words.leadUnkept}>
      <p className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={reset}>
          {words.again}
        </Button>
        <Button onClick={() => history.back()}>{words.back}</Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </p>
    </Page>
  )
}
