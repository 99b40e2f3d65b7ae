import { languages } from '@/lib/i18n/language-names'
import type { EditRecap } from './schema'

/** What an editor holds of a recap: all that it saves but for whose it is and what it began from. */
export type RecapDraft = Omit<EditRecap, 'id' | 'editedFrom' | 'isChosen' | 'summary'> & { summary: string }

/** A recap as the server has it. */
export type SavedDraft = { draft: RecapDraft; /** ISO. */ updatedAt: string }

type Fields = {
  title: string
  summary: string | null
  text: string
  language: string
  tags: string[]
  coverId: string | null
  canonicalUrl: string | null
}

/** What is stored of a recap, or was published of it, as an editor holds it. */
export function draftOf({ title, summary, text, language, tags, coverId, canonicalUrl }: Fields): RecapDraft {
  return {
    title,
    summary: summary ?? '',
    text,
    language: languages.find((known) => known === language) ?? 'en',
    tags,
    coverId,
    canonicalUrl: canonicalUrl ?? '',
  }
}

/** What is stored of a recap, as an editor that begins with it. */
export function savedDraftOf({ updatedAt, ...fields }: Fields & { updatedAt: Date }): SavedDraft {
  return { draft: draftOf(fields), updatedAt: updatedAt.toISOString() }
}

/** Do two drafts save the same? Around title and summary the server keeps no spaces. */
export function isSameDraft(one: RecapDraft, other: RecapDraft): boolean {
  return JSON.stringify(asSaved(one)) === JSON.stringify(asSaved(other))
}

function asSaved({ title, summary, text, language, tags, coverId, canonicalUrl }: RecapDraft): unknown[] {
  return [title.trim(), summary.trim(), text, language, tags, coverId, canonicalUrl || null]
}
