'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EndlessLine } from '@/components/ui/endless-line'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useMedia } from '@/components/ui/use-media'
import { languageNames, languages } from '@/lib/i18n/language-names'
import {
  fitsRecap,
  listUnfit,
  MOST_ADDRESS_CHARACTERS,
  MOST_RECAP_CHARACTERS,
  MOST_SUMMARY_CHARACTERS,
  MOST_TITLE_CHARACTERS,
  type Unfit,
} from '@/lib/recaps/length'
import { oneLine } from '@/lib/platform/clean-text'
import { boxDirection, hasEndlessLine } from '@/lib/platform/long-lines'
import { findLinkOffers, takeLinkOffer, type LinkedSession, type LinkWords } from '@/lib/recaps/link-offers'
import { plainMarkdown } from '@/lib/recaps/markdown-text'
import { photoIdsOf } from '@/lib/recaps/text-links'
import { findPlaceMarks } from '@/lib/recaps/place-marks'
import type { RecapDraft, SavedDraft } from '@/lib/recaps/draft'
import { DraftQuestion } from './draft-question'
import { LinkOffers } from './link-offers'
import { PhotoPanel, type OwnPhoto } from './photo-panel'
import { RecapPreview } from './recap-preview'
import { useAutosave } from './use-autosave'

type Props = {
  id: string
  photos: readonly OwnPhoto[]
  linked: readonly LinkedSession[]
  linkWords: LinkWords
  saved: SavedDraft
}

/** There is room for the preview beside the text. */
const BESIDE = '(min-width: 80rem)'

/** Where a recap is written: saved while one writes, shown as the public would see it. */
export function RecapEditor({ id, photos, linked, linkWords, saved }: Props) {
  const t = useTranslations('recaps')
  const { keeping, keeper } = useAutosave(id, saved)
  const { draft, state, question, hasFailed } = keeping
  const edit = (fields: Partial<RecapDraft>) => void keeper.edit(fields)
  const [typedTags, setTypedTags] = useState('')
  const [isTooLong, setTooLong] = useState(false)
  const [isPreview, setPreview] = useState(false)
  const beside = useMedia(BESIDE)
  const unfit = listUnfit(draft)
  const sayUnfit = ({ why, ...words }: Unfit) => t(`unfit.${why}`, { most: 0, tag: '', ...words })
  const wrong = (field: Unfit['field']) => unfit.filter((one) => one.field === field).map(sayUnfit)[0]
  // Where the text was last written in: a photo goes there.
  const caretRef = useRef<number | null>(null)

  /** @returns whether it was taken */
  const editText = (text: string): boolean => {
    const isTaken = fitsRecap(text, draft.text)
    setTooLong(!isTaken)
    if (isTaken) edit({ text })
    return isTaken
  }
  const write = (area: HTMLTextAreaElement) => {
    if (editText(area.value)) return
    // As if nothing had been put in: the caret, too.
    area.value = draft.text
    area.setSelectionRange(caretRef.current, caretRef.current)
  }
  const editTags = (text: string) => {
    setTypedTags(text)
    edit({ tags: tagsOf(text) })
  }
  const place = ({ id: photo, caption }: OwnPhoto) => {
    const at = caretRef.current ?? draft.text.length
    const [before, after] = [draft.text.slice(0, at).trimEnd(), draft.text.slice(at).trimStart()]
    editText(
      [before, `![${plainMarkdown(caption || t('photoCaption'))}](photo:${photo})`, after].filter(Boolean).join('\n\n'),
    )
  }

  return (
    <Card aria-label={t('edit')}>
      <Field
        label={t('postTitle')}
        value={draft.title}
        maxLength={MOST_TITLE_CHARACTERS}
        onChange={(event) => edit({ title: event.target.value })}
      />
      <div className={beside ? 'grid grid-cols-2 items-start gap-4' : 'contents'}>
        {isPreview && !beside ? null : hasEndlessLine(draft.text) ? (
          <EndlessLine
            text={draft.text}
            words={{ why: t('endlessLine'), breakLines: t('breakLines') }}
            onBreak={(broken) => editText(broken)}
          />
        ) : (
          <TextField
            label={t('text')}
            hint={t('textHint')}
            aria-invalid={isTooLong || undefined}
            rows={24}
            dir={boxDirection(draft.text)}
            // One more than fits, so that it is seen when more was put in: the browser cuts it there, before it is laid
            // out.
            cutAt={MOST_RECAP_CHARACTERS + 1}
            value={draft.text}
            onSelect={(event) => (caretRef.current = event.currentTarget.selectionEnd)}
            onChange={(event) => write(event.target)}
          />
        )}
        {isPreview || beside ? <RecapPreview id={id} text={draft.text} /> : null}
      </div>
      <div
        className={
          'sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] -mx-4 flex flex-wrap items-center gap-3 border-y ' +
          'border-line bg-raised px-4 py-2 lg:bottom-0'
        }
      >
        {/* In sight wherever one writes: nothing is saved before it is answered. */}
        {isTooLong ? (
          <Notice tone="danger" live>
            {t('textTooLong', { most: MOST_RECAP_CHARACTERS })}
          </Notice>
        ) : null}
        {/* To try again would not help where something does not fit: the line below says what. */}
        {state === 'failed' && unfit.length === 0 ? (
          <Notice tone="danger" live>
            {t('failed')}
          </Notice>
        ) : null}
        {question ? (
          <DraftQuestion
            question={question}
            hasFailed={hasFailed}
            onTake={() => void keeper.take()}
            onLetGo={() => void keeper.letGo()}
          />
        ) : null}
        {beside ? null : <Button onClick={() => setPreview(!isPreview)}>{t(isPreview ? 'write' : 'preview')}</Button>}
        <p role="status" className="text-sm text-muted">
          {unfit[0]
            ? `${t('unfitHere')} ${sayUnfit(unfit[0])}`
            : state === 'failed'
              ? t('unsaved')
              : `${t(state)} · ${t('toDos', { count: findPlaceMarks(draft.text).length })}`}
        </p>
      </div>
      <LinkOffers
        offers={findLinkOffers(draft.text, linked, linkWords)}
        onTake={(offer) => editText(takeLinkOffer(draft.text, offer, linkWords, draft.language))}
      />
      <PhotoPanel
        photos={photos}
        placed={new Set(photoIdsOf(draft.text))}
        coverId={draft.coverId}
        onPlace={place}
        onCover={(coverId) => edit({ coverId })}
      />
      <TextField
        label={t('summary')}
        hint={t('summaryHint')}
        rows={3}
        maxLength={MOST_SUMMARY_CHARACTERS}
        value={draft.summary}
        onChange={(event) => edit({ summary: event.target.value })}
      />
      <Field
        label={t('tags')}
        hint={t('tagsHint')}
        error={wrong('tags')}
        value={shownTags(draft.tags, typedTags)}
        onChange={(event) => editTags(event.target.value)}
      />
      <SelectField
        label={t('language')}
        value={draft.language}
        onChange={(event) =>
          edit({ language: languages.find((known) => known === event.target.value) ?? draft.language })
        }
      >
        {languages.map((known) => (
          <option key={known} value={known} lang={known}>
            {languageNames[known]}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('canonical')}
        hint={t('canonicalHint')}
        type="url"
        maxLength={MOST_ADDRESS_CHARACTERS}
        error={wrong('address')}
        value={draft.canonicalUrl ?? ''}
        onChange={(event) => edit({ canonicalUrl: event.target.value })}
      />
    </Card>
  )
}

function tagsOf(text: string): string[] {
  return text.split(',').map(oneLine).filter(Boolean)
}

/**
 * Tags as they are typed, with the comma that has nothing behind it yet; as they are saved where they came from
 * elsewhere.
 */
function shownTags(tags: readonly string[], typed: string): string {
  return tagsOf(typed).join() === tags.join() ? typed : tags.join(', ')
}
