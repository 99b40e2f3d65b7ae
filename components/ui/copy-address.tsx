import { CopyText } from './copy-text'
import { Field } from './field'

/** An address to copy with one tap, or by hand where the browser gives no clipboard (a page that came over http). */
export function CopyAddress({
  url,
  words,
}: {
  url: string
  words: Record<'label' | 'copy' | 'copied' | 'byHand', string>
}) {
  return (
    <div className="grid gap-2">
      <Field label={words.label} value={url} readOnly dir="ltr" onFocus={(event) => event.currentTarget.select()} />
      <CopyText text={url} words={words} />
    </div>
  )
}
