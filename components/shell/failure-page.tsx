'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { keepsMemory } from '@/lib/platform/device-memory'
import { wordsForFailure } from './failure-words'

type Props = {
  language: string
  /** By which the log has it; absent where the browser itself broke. */ code: string | undefined
  retry: () => void
}

/**
 * A bug, or a server that did not answer: what happened, what is safe, what to do. Its words come along, since nothing
 * else may have loaded.
 */
export function FailurePage({ language, code, retry }: Props) {
  const words = wordsForFailure(language)
  return (
    <Page title={words.title} lead={keepsMemory() ? words.lead : words.leadUnkept}>
      <p className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={retry}>
          {words.again}
        </Button>
        <Button onClick={() => history.back()}>{words.back}</Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </p>
      {code && (
        <p className="text-muted text-sm">
          {words.code} <code className="break-all select-all">{code}</code>
        </p>
      )}
    </Page>
  )
}
