/** A text as dates are read: lower case, without accents. */
export function plainWords(text: string): string {
  // ASCII has no accents.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase().trim()
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .trim()
}

/** What stands between the parts of a date and says nothing. */
export const fillers = new Set('le the of den der am on de del d г р года року'.split(' '))

// Languages whose own names are read, too. Croatian is not: its "listopad" is October, that of Polish and Czech
// November.
const languages = 'en fr de nl es it pt ca gl pl cs sk sl da sv nb fi et lv hu ro tr el ru uk bg id'.split(' ')

// What people write that no dictionary of names has.
const written = {
  months: 'jan janv|feb fev fevr|mar mars mrt maerz|apr avr|mai mei|jun|jul juil|aug aout|sep sept|oct okt|nov|dec dez',
  weekdays:
    'sun dim so son zo zon|mon lun mo mon ma maa|tue tues mar di die din|wed weds mer mi mit wo woe|thu thur ' +
    'thurs jeu do don|fri ven fr fre vr vri|sat sam sa sam za zat',
}

type Names = ReadonlyMap<string, number>
let known: { months: Names; weekdays: Names } | undefined

/**
 * The numbers of months (from 1) and of weekdays (from 0, Sunday) by every name and abbreviation; one that two
 * languages use for two of them is none.
 */
export function dayWords(): { months: Names; weekdays: Names } {
  known ??= {
    months: namesOf(written.months, 1, 12, (index) => Date.UTC(2023, index, 15), ['month']),
    // 1 January 2023 was a Sunday.
    weekdays: namesOf(written.weekdays, 0, 7, (index) => Date.UTC(2023, 0, 1 + index), ['weekday']),
  }
  return known
}

function namesOf(
  own: string,
  base: number,
  count: number,
  dayOf: (index: number) => number,
  parts: ('month' | 'weekday')[],
): Names {
  const first = new Map(
    own.split('|').flatMap((words, index) => words.split(' ').map((word) => [word, index + base] as const)),
  )
  const found = new Map<string, Set<number>>()
  for (const language of languages)
    for (const length of ['long', 'short'] as const)
      for (const part of parts) {
        const alone = { timeZone: 'UTC', [part]: length }
        // With a day beside it a name may stand in another case: "lipiec", "5 lipca".
        for (const shape of [alone, { ...alone, day: 'numeric', month: length } as const]) {
          // oxlint-disable-next-line house/when-is-said-by-one -- these are read, not said
          const format = new Intl.DateTimeFormat(language, shape)
          for (let index = 0; index < count; index++) {
            const name = format.formatToParts(dayOf(index)).find(({ type }) => type === part)?.value ?? ''
            const word = plainWords(name).replace(/\.$/, '')
            if (/^\p{L}{2,}$/u.test(word)) found.set(word, (found.get(word) ?? new Set()).add(index + base))
          }
        }
      }
  const clear = [...found].flatMap(([word, numbers]) =>
    numbers.size === 1 ? [...numbers].map((number) => [word, number] as const) : [],
  )
  return new Map([...clear, ...first])
}
