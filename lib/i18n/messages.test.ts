import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
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

  it.each(others)('use the placeholders of English in %s', (language) => {
    expect(placeholders(messagesOf(language)).sort()).toEqual(placeholders(messagesOf('en')).sort())
  })
})
