'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { EndlessLine } from '@/components/ui/endless-line'
import type { MarkKind } from '@/lib/notes/marks'
import { noteMarkdown } from '@/lib/notes/note-markdown'
import { putMark } from '@/lib/notes/put-mark'
import { boxDirection, hasEndlessLine } from '@/lib/platform/long-lines'
import { timeOf } from '@/lib/platform/time'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { MarkBar } from '../marks/mark-bar'
import { focusBox } from './focus-box'
import { NoteState } from './note-state'
import { useDraft, type Draft, type DraftTarget } from './use-draft'
import { useFilledScreen } from './use-filled-screen'
import { useKeptCaret } from './use-kept-caret'

// Who only writes needs no Markdown.
const Markdown = dynamic(() => keepTrying(() => import('@/components/ui/markdown')).then((module) => module.Markdown))

const look =
  'w-full scroll-mb-24 resize-none rounded-lg border border-edge bg-raised px-3 py-2 text-base leading-relaxed'
const alone = 'field-sizing-content min-h-[max(9rem,calc(100dvh-23.5rem))] lg:min-h-80'
const filled = '[field-sizing:fixed] h-auto! min-h-0 grow'

type Props = {
  /** Null: a note is made by the first letter. */
  id: string | null
  place?: DraftTarget
  timeZone: string
  /** What the note is on, for those who do not see it. */
  name: string
  autoFocus?: boolean
  /** The screen is this note's: the text takes what is left of it. */
  isAlone?: boolean
  /**
   * What stands below the text: photos, history, deleting. A press on the mark for a photo opens the field of the id
   * given.
   */
  children?: (draft: Draft, photoField: string) => ReactNode
}

/**
 * A plain text area that keyboards and dictation like, its marks, its preview, and where it is saved. While a phone's
 * keyboard is open it fills what is left of the screen, the marks just above the keys.
 */
export function NoteEditor({ id, place, timeZone, name, autoFocus = false, isAlone = false, children }: Props) {
  const t = useTranslations('notes')
  const language = useLocale()
  const draft = useDraft(id, place)
  const { area, typing, put } = useKeptCaret(draft)
  const [writing, setWriting] = useState(false)
  const [preview, setPreview] = useState(false)
  const { ready } = draft
  const isEndless = hasEndlessLine(draft.text)
  const photoField = useId()
  const { frame, box, isFilled } = useFilledScreen(writing)
  useEffect(() => {
    if (!autoFocus || !ready) return
    if (isAlone) area.current?.focus()
    else focusBox(area.current)
  }, [autoFocus, ready, isAlone, area])

  const onMark = (kind: MarkKind) =>
    put((text, selected) => putMark(text, selected, kind, timeOf(new Date(), timeZone)))

  return (
    <div {...frame}>
      <div {...box}>
        <textarea
          ref={area}
          hidden={preview || isEndless}
          aria-label={name}
          aria-busy={!ready}
          readOnly={!ready}
          lang={language}
          dir={boxDirection(draft.text)}
          rows={5}
          autoCapitalize="sentences"
          spellCheck
          placeholder={t('placeholder')}
          {...typing}
          onFocus={() => setWriting(true)}
          onBlur={() => {
            setWriting(false)
            void draft.flush()
          }}
          className={`${look} ${isFilled ? filled : isAlone ? alone : 'field-sizing-content min-h-36'}`}
        />
        {preview ? (
          <div className="min-h-36 rounded-lg border border-line bg-raised px-3 py-2">
            {draft.text.trim() ? (
              <Markdown text={noteMarkdown(draft.text)} whyAsTyped={t('asTyped')} />
            ) : (
              <p className="text-muted">{t('nothingToPreview')}</p>
            )}
          </div>
        ) : null}
        {isEndless && !preview ? (
          <EndlessLine
            text={draft.text}
            words={{ why: t('endlessLine'), breakLines: t('breakLines') }}
            onBreak={(broken) => put(() => ({ text: broken, start: 0, end: 0 }))}
          />
        ) : null}
        {preview ? null : (
          <MarkBar onMark={onMark} onPhoto={children && (() => document.getElementById(photoField)?.click())} />
        )}
        <div
          className={
            'flex min-h-11 flex-wrap items-center justify-between gap-x-3 print:hidden' +
            (isFilled ? ' order-first' : '')
          }
        >
          <NoteState id={draft.ready ? draft.id : null} state={draft.state} text={draft.text} />
          {isFilled ? (
            <Button variant="text" onClick={() => area.current?.blur()}>
              {t('done')}
            </Button>
          ) : (
            <Button aria-pressed={preview} onClick={() => setPreview(!preview)}>
              {preview ? t('write') : t('preview')}
            </Button>
          )}
        </div>
      </div>
      {/* What is being done to photos goes on while one writes. */}
      <div className={isFilled ? 'hidden' : 'mt-2'}>{children?.(draft, photoField)}</div>
    </div>
  )
}
