import { describe, expect, it } from 'vitest'
import { chooseSource } from './choose-source'

const main = {
  name: 'kubecon2026',
  format: 'sched-ics',
  siteKey: 'kubecon2026',
  address: 'https://kubecon2026.sched.com/',
}
const sheet = { name: 'Sheet', format: 'csv', siteKey: null, address: 'https://example.org/sheet.csv' }
const pasted = { name: 'csv', format: 'csv', siteKey: null, address: null }
const nothing = { name: null, format: 'csv', siteKey: null, address: null, title: null }

describe('chooseSource', () => {
  it.each([
    ['the source of that name', [main, sheet], { ...nothing, name: 'Sheet' }, { source: sheet }],
    ['the source of that name in other letters', [main, sheet], { ...nothing, name: 'KubeCon2026' }, { source: main }],
    [
      'a new one for a new name, even if its site is known',
      [main],
      { ...nothing, name: 'Other', format: 'sched-ics', siteKey: 'kubecon2026' },
      { new: 'Other' },
    ],
    [
      'the source of that site',
      [sheet, main],
      { ...nothing, format: 'sched-ics', siteKey: 'kubecon2026', address: 'https://example.org/sheet.csv' },
      { source: main },
    ],
    [
      'no source of that site in another format',
      [main],
      { ...nothing, siteKey: 'kubecon2026' },
      { question: 'which-source' },
    ],
    [
      'the source of that address',
      [main, sheet],
      { ...nothing, address: 'https://example.org/sheet.csv' },
      { source: sheet },
    ],
    ['the only source of that format that was pasted', [main, sheet, pasted], nothing, { source: pasted }],
    [
      'the spreadsheet that was saved as CSV since',
      [main, { ...pasted, format: 'spreadsheet' }],
      nothing,
      { source: { ...pasted, format: 'spreadsheet' } },
    ],
    [
      'a table rather than a spreadsheet for a table',
      [{ ...pasted, name: 'Excel', format: 'spreadsheet' }, pasted],
      nothing,
      { source: pasted },
    ],
    [
      'the source of that site, where its other export came first',
      [main],
      { ...nothing, format: 'sched-json', siteKey: 'kubecon2026' },
      { source: main },
    ],
    [
      'no pasted source for what has an address',
      [pasted],
      { ...nothing, address: 'https://example.org/sheet.csv' },
      { question: 'which-source' },
    ],
    [
      'no pasted source for what names its site',
      [pasted],
      { ...nothing, siteKey: 'kubecon2026' },
      { question: 'which-source' },
    ],
    ['no source with an address for what was pasted', [sheet], nothing, { question: 'which-source' }],
    [
      'a question, when two of that format were pasted',
      [pasted, { ...pasted, name: 'again' }],
      nothing,
      { question: 'which-source' },
    ],
    [
      'a first source by its site',
      [],
      { ...nothing, siteKey: 'kubecon2026', title: 'KubeCon' },
      { new: 'kubecon2026' },
    ],
    ['a first source by its title', [], { ...nothing, title: 'KubeCon' }, { new: 'KubeCon' }],
    ['a first source by its format', [], nothing, { new: 'csv' }],
    ['a question, when nothing tells', [main], nothing, { question: 'which-source' }],
    [
      'a question, when two have the same site',
      [main, { ...main, name: 'again' }],
      { ...nothing, format: 'sched-ics', siteKey: 'kubecon2026' },
      { question: 'which-source' },
    ],
  ])('chooses %s', (_, sources, given, choice) => {
    expect(chooseSource(sources, given)).toEqual(choice)
  })
})
