import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { fold } from './fold'

// What is typed is folded here, what it is looked for in by the database (migration 20261130190000_searched).

const { db } = await testDatabase()

/** What there is from one code point to another, alone and after a letter of ours. */
function letters(first: number, last: number, before = ['', 'a']): string[] {
  const all = Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
  return all.filter((letter) => /\p{Assigned}/u.test(letter)).flatMap((letter) => before.map((one) => one + letter))
}

describe('the database folds as we do', () => {
  it.each([
    ['Latin', letters(0x20, 0x24f)],
    ['marks', letters(0x300, 0x36f)],
    ['Greek, Cyrillic, Armenian', letters(0x370, 0x58f)],
    ['Hebrew, Arabic', letters(0x590, 0x6ff)],
    ['Devanagari', letters(0x900, 0x97f, ['', 'क'])],
    ['Vietnamese, old Greek', letters(0x1e00, 0x1fff)],
    ['punctuation, signs', letters(0x2000, 0x2bff)],
    ['Kana', letters(0x3040, 0x30ff, ['', 'か'])],
    ['some ideographs, Hangul', [...letters(0x4e00, 0x4eff), ...letters(0xac00, 0xacff)]],
    ['other widths', letters(0xff00, 0xffef, ['', 'ｶ'])],
    ['pictures', letters(0x1f300, 0x1faff)],
    ['names', ['Łukasz Gębala', 'ΟΔΟΣ', 'Großer Saal', 'İstanbul', 'عُمَر', 'שָׁלוֹם', 'कोमल', 'ガイド', '👩🏽‍🚀 5️⃣']],
  ])('%s', async (_, texts) => {
    const rows = await db.$queryRaw<{ text: string; folded: string }[]>`
      SELECT "text", folded("text") AS "folded" FROM unnest(${texts}::text[]) AS "text"`
    expect(rows).toHaveLength(texts.length)
    expect(rows.filter(({ text, folded }) => folded !== fold(text))).toEqual([])
  })
})
