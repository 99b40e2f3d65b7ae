import { describe, expect, it } from 'vitest'
import en from './messages/en.json'
import fr from './messages/fr.json'

type Tree = { [key: string]: string | Tree }

function paths(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : paths(value, `${prefix}${key}.`)))
}

function placeholders(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value !== 'string') return placeholders(value, `${prefix}${key}.`)
    const names = [...value.matchAll(/\{(\w+)|<(\w+)>/g)].map((match) => match[1] ?? match[2])
    return [`${prefix}${key}: ${[...new Set(names)].sort().join(' ')}`]
  })
}

describe('messages', () => {
  it('have the same keys in English and French', () => {
    expect(paths(fr).sort()).toEqual(paths(en).sort())
  })

  it('use the same placeholders in English and French', () => {
    expect(placeholders(fr).sort()).toEqual(placeholders(en).sort())
  })
})
