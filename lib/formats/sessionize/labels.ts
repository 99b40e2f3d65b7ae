import { languageCode } from '../reading/language-code'
import type { SessionizeSession } from './schema'

type Label = { category: string; name: string }

/** Category items of view/All by id; of the categories that belong to sessions. */
export type LabelCatalog = ReadonlyMap<string, Label>

/**
 * What a session's categories say: its track (of a category called track, else category, topic or theme), its format
 * ("Workshop"), its level and its language as a code. All others say nothing here.
 */
export function labelsOf(
  session: SessionizeSession,
  catalog: LabelCatalog,
): { track: string | null; format: string | null; level: string | null; language: string | null } {
  const inline = session.categories.flatMap(({ name, title, categoryItems }) =>
    categoryItems.map((item) => ({ category: name ?? title ?? '', name: item.name })),
  )
  const labels = [...inline, ...session.categoryItems.flatMap((id) => catalog.get(id) ?? [])]
  const named = (category: RegExp) => labels.find((label) => category.test(label.category))?.name ?? null
  return {
    track:
      named(/\b(tracks?|parcours|piste)\b/i) ??
      named(/\b(categor(y|ies)|catégories?|kategorien?|topics?|themes?|thèmes?|thématiques?|thema|themen)\b/i),
    level: named(
      /^(?:(?:session|talk|audience|target|expertise|experience|knowledge) )?(?:levels?|niveaux?)(?: .*)?$/i,
    ),
    format: named(/\b(format|type|art)\b/i),
    language: languageCode(named(/\b(language|langue|sprache|taal|lingua|idioma)\b/i)),
  }
}
