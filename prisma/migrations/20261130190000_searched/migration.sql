-- A text as it is searched, as lib/platform/search/fold.ts folds it: lower case, without the marks of Latin, Greek,
-- Cyrillic, Arabic and Hebrew letters. Where a mark is a letter's own (Devanagari, Kana) it stays.
CREATE FUNCTION folded("of" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(replace(replace(replace(lower(regexp_replace(normalize("of", NFKD),
    '([[:alpha:]])[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a'
      '\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1ace\u1dc0-\u1dff'
      '\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]+',
    '\1', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđıς’', 'oldiσ''')
$$;

-- Each on a line of its own: no word goes from one into the next.
ALTER TABLE "Conference" ADD COLUMN "searched" TEXT GENERATED ALWAYS AS (
  folded("name" || E'\n' || "slug" || E'\n' || coalesce("venue", ''))
) STORED;

-- In the order in which they are shown: of a word that many have the first thirty are found without looking at all.
CREATE INDEX "Conference_listed_idx" ON "Conference" ("visibility", "firstOn" DESC NULLS LAST, "name");
