'use client'

import { useTranslations } from 'next-intl'
import { useState, type MouseEvent } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import {
  copyRecapAction,
  deleteRecapAction,
  makeDraftLinkAction,
  restoreRevisionAction,
  revokeDraftLinkAction,
} from '@/lib/recaps/server/actions'
import type { EarlierText } from '@/lib/recaps/server/queries'
import { EarlierTexts } from './earlier-texts'
import { settleOpenDraft } from './open-draft'
import { useEarlierTexts } from './use-earlier-texts'
import { useReason } from './use-reason'

type Props = {
  id: string
  base: string
  isShared: boolean
  revisions: EarlierText[]
  timeZone: string
}

const formats = [
  ['hugo', 'Hugo'],
  ['jekyll', 'Jekyll'],
  ['astro', 'Astro'],
  ['devto', 'dev.to'],
] as const

/** What becomes of a recap besides being published: a secret link, other blogs, earlier texts, its end. */
export function SharePanel({ id, base, isShared, revisions: atFirst, timeZone }: Props) {
  const revisions = useEarlierTexts(id, atFirst)
  const t = useTranslations('recaps')
  const [link, setLink] = useState<string | null>(null)
  const say = useReason()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)

  const fail = () => setRefusal('failed')
  const attempt = async (work: Promise<{ ok: boolean }>, then: () => void) =>
    (await work.catch(() => ({ ok: false }))).ok ? then() : fail()
  /** @returns whether the server has the one text that this is about */
  const settle = async () => {
    const unsettled = await settleOpenDraft()
    setRefusal(unsettled)
    return unsettled === null
  }
  const share = async () => {
    if (!(await settle())) return
    const answer = await makeDraftLinkAction({ id }).catch(() => null)
    if (answer?.ok) setLink(answer.value.url)
    else fail()
  }
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
    else fail()
  }
  const download = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    const { href } = event.currentTarget
    // It comes as a file: this page stays.
    if (await settle()) location.assign(href)
  }
  const restore = async (revisionId: string) => {
    if (!confirm(t('restoreConfirm'))) return
    // What is on its way becomes an earlier text by this, not a question about words that were left behind.
    if (await settle()) await attempt(restoreRevisionAction({ id, revisionId }), () => location.reload())
  }
  const remove = () => {
    if (confirm(t('deleteConfirm'))) void attempt(deleteRecapAction({ id }), () => location.assign(base))
  }

  return (
    <>
      {refusal ? (
        <Notice tone="danger" live>
          {say(refusal)}
        </Notice>
      ) : null}
      <Card aria-labelledby="draft-link">
        <h2 id="draft-link" className="text-xl font-semibold">
          {t('draftLink')}
        </h2>
        <p>
          {t('draftLinkLead')} {isShared ? t('draftIs') : ''}
        </p>
        {link ? (
          <Field
            label={t('draftLink')}
            value={link}
            readOnly
            dir="ltr"
            onFocus={(event) => event.currentTarget.select()}
          />
        ) : null}
        <p className="flex flex-wrap gap-3">
          <Button onClick={() => void share()}>{t('draftMake')}</Button>
          {isShared || link ? (
            <Button
              variant="danger"
              onClick={() => void attempt(revokeDraftLinkAction({ id }), () => location.reload())}
            >
              {t('draftRevoke')}
            </Button>
          ) : null}
        </p>
      </Card>
      <Card aria-labelledby="export">
        <h2 id="export" className="text-xl font-semibold">
          {t('export')}
        </h2>
        <p>{t('exportLead')}</p>
        <p className="flex flex-wrap items-center gap-3">
          <Button onClick={() => void copy()}>{t('copyHtml')}</Button>
          <span role="status">{isCopied ? t('copied') : ''}</span>
        </p>
        {formats.map(([key, name]) => (
          <p key={key} className="flex flex-wrap gap-3">
            <ButtonLink href={`${base}/${id}/export?for=${key}`} download onClick={(event) => void download(event)}>
              {name}
            </ButtonLink>
            <ButtonLink
              href={`${base}/${id}/export?for=${key}&photos=1`}
              download
              onClick={(event) => void download(event)}
            >
              {t('exportZip', { name })}
            </ButtonLink>
          </p>
        ))}
      </Card>
      <EarlierTexts texts={revisions} timeZone={timeZone} onRestore={(revision) => void restore(revision)} />
      <p>
        <Button variant="danger" onClick={remove}>
          {t('delete')}
        </Button>
      </p>
    </>
  )
}
