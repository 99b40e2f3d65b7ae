import { useTranslations } from 'next-intl'
import { useState, type MouseEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { copyRecapAction } from '@/lib/recaps/server/actions'
import type { SheetPart } from './draft-link'

const formats = [
  ['hugo', 'Hugo'],
  ['jekyll', 'Jekyll'],
  ['astro', 'Astro'],
  ['devto', 'dev.to'],
] as const

/** A recap for other blogs: as files, or as HTML to be pasted. */
export function ExportLinks({ recap: { id, exports }, settle, onRefused }: SheetPart) {
  const t = useTranslations('recaps')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    if (!(await settle())) return
    const answer = await copyRecapAction({ id }).catch(() => null)
    // Browsers give no clipboard to a page that came over http.
    const isDone = answer?.ok
      ? await navigator.clipboard?.writeText(answer.value.html).then(
          () => true,
          () => false,
        )
      : false
    if (isDone) setCopied(true)
    else onRefused('failed')
  }
  const download = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    const { href } = event.currentTarget
    // It comes as a file: this page stays.
    if (await settle()) location.assign(href)
  }
  return (
    <section aria-labelledby="export" className="grid gap-2 border-t border-line pt-3">
      <h3 id="export" className="font-semibold">
        {t('export')}
      </h3>
      <p className="text-sm text-muted">{t('exportLead')}</p>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {formats.map(([key, name]) => (
          <li key={key} className="flex flex-wrap gap-2">
            <ButtonLink
              href={`${exports}/export?for=${key}`}
              download
              onClick={(event) => void download(event)}
              className="min-w-24"
            >
              {name}
            </ButtonLink>
            <ButtonLink
              href={`${exports}/export?for=${key}&photos=1`}
              download
              onClick={(event) => void download(event)}
            >
              {t('exportZip', { name })}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>{t('copyHtml')}</Button>
        <span role="status" className="text-sm text-muted">
          {isCopied ? t('copied') : ''}
        </span>
      </p>
    </section>
  )
}
