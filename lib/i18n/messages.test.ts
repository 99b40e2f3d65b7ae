import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { languages } from './language-names'
import { messagesOf } from './messages'
import fr from './messages/fr.json'

type Tree = { [key: string]: string | Tree }

function paths(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : paths(value, `${prefix}${key}.`),
  )
}

function placeholders(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key}: ${[...names(parse(value))].sort().join(' ')}`]
      : placeholders(value, `${prefix}${key}.`),
  )
}

function names(elements: MessageFormatElement[]): Set<string> {
  return new Set(
    elements.flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return []
      if (element.type === TYPE.tag) return [element.value, ...names(element.children)]
      const nested =
        'options' in element ? Object.values(element.options).flatMap((option) => [...names(option.value)]) : []
      return [element.value, ...nested]
    }),
  )
}

function emptyBranches(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return emptyBranches(element.children)
    if (!('options' in element)) return []
    return Object.entries(element.options).flatMap(([name, { value }]) =>
      value.length === 0 ? [`${element.value} ${name}`] : emptyBranches(value),
    )
  })
}

/** Every element of a message, those within others, too. */
function allOf(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...allOf(element.children)]
    if (!('options' in element)) return [element]
    return [element, ...Object.values(element.options).flatMap(({ value }) => allOf(value))]
  })
}

/** What stands for a number in a message, or is one, with the word that a line could begin with after it. */
function looseNumbers(text: string, numbers: ReadonlySet<string>): string[] {
  return allOf(parse(text, { captureLocation: true })).flatMap((element) => {
    const [start = 0, end = 0] = [element.location?.start.offset, element.location?.end.offset]
    const isNumber =
      element.type === TYPE.pound ||
      element.type === TYPE.number ||
      (element.type === TYPE.argument && numbers.has(element.value))
    const found = isNumber
      ? /^ [\p{L}%]+/u.exec(text.slice(end))
      : element.type === TYPE.literal && /(?<![:\d])\d+ \p{Ll}+/u.exec(text.slice(start, end))
    return found ? [`${isNumber ? '#' : ''}${found[0]} in: ${text}`] : []
  })
}

function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
}

const all = languages.map((language) => messagesOf(language))
const others = languages.filter((language) => language !== 'en')

describe('messages', () => {
  it('leave no branch empty, which they could not say once compiled', () => {
    expect(all.flatMap(texts).flatMap((text) => emptyBranches(parse(text)))).toEqual([])
  })

  it('name no style of a number or a date, which is lost once compiled', () => {
    expect(all.flatMap(texts).filter((text) => /\{\w+, (?:number|date|time), /.test(text))).toEqual([])
  })

  it('keep a number and its word together: no line ends between them', () => {
    const said = all.flatMap(texts)
    const numbers = new Set(
      said
        .flatMap((text) => allOf(parse(text)))
        .flatMap((element) => (element.type === TYPE.plural ? [element.value] : [])),
    )
    expect(said.flatMap((text) => looseNumbers(text, numbers))).toEqual([])
    expect(
      ['{count} rooms', '{n, plural, other {# rooms}}', 'In 30 days, at 15:30 or so'].flatMap((text) =>
        looseNumbers(text, new Set(['count'])),
      ),
    ).toHaveLength(3)
  })

  it.each(others)('have the keys of English in %s, and no other', (language) => {
    expect(paths(messagesOf(language)).sort()).toEqual(paths(messagesOf('en')).sort())
  })

  it('need no elision before a name in French, of which nobody knows how it begins', () => {
    // What begins with a digit, or with the name of a day, which has no vowel there.
    const known = ['time', 'day', 'date', 'when', 'since', 'until', 'count']
    expect(
      texts(fr).filter((text) =>
        [...text.matchAll(/(?<!\p{L})(?:[djlns]e|la|que|jusque|puisque|lorsque) (?:«.)?\{(\w+)\}/giu)].some(
          ([, name = '']) => !known.includes(name),
        ),
      ),
    ).toEqual([])
  })

  it('are set as the French set them: curly apostrophes, guillemets, and no line that begins with a sign', () => {
    const wrong = {
      'a straight apostrophe': /'/u,
      'straight or English quotes': /["“”]/u,
      'three dots for an ellipsis': /\.\.\./u,
      'a space that breaks, or none, before a sign': /[^\u00A0][;!?»]|[^\u00A0\d]:(?!\/\/)/u,
      'a space that breaks, or none, within guillemets': /«(?!\u00A0)/u,
      'hours with a morning and an afternoon': /\b[ap]\.?m\.?\b/iu,
    }
    expect(
      texts(fr).flatMap((text) =>
        Object.entries(wrong).flatMap(([what, pattern]) => (pattern.test(text) ? [`${what}: ${text}`] : [])),
      ),
    ).toEqual([])
  })

  it('say in French of one pasted row what is said of one', () => {
    const t = createTranslator({ locale: 'fr', messages: messagesOf('fr') })
    expect(t('manage.table.counts', { added: 1, changed: 2, same: 0 })).toBe(
      '1\u00a0nouvelle, 2\u00a0changées, 0\u00a0telle quelle',
    )
  })

  it.each(others)('use the placeholders of English in %s', (language) => {
    expect(placeholders(messagesOf(language)).sort()).toEqual(placeholders(messagesOf('en')).sort())
  })
})
