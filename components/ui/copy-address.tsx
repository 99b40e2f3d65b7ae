import { useState } from 'react'
import { Button } from './button'
import { Field } from './field'

/** An address to copy with one tap, or by hand where the browser gives no clipboard (a page that came over http). */
export function CopyAddress({
  url,
  words,
}: {
  url: string
  words: Record<'label' | 'copy' | 'copied' | 'byHand', string>
}) {
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null)

  const copy = async () => {
    const done = await writeToClipboard(url)
    setOutcome(done ? 'copied' : 'byHand')
  }

  return (
    <div className="grid gap-2">
      <Field label={words.label} value={url} readOnly dir="ltr" onFocus={(event) => event.currentTarget.select()} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <p role="status" className="text-sm text-muted">
          {outcome ? words[outcome] : ''}
        </p>
      </div>
    </div>
  )
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
