import { expect, it } from 'vitest'
import { matchesIn } from './matches-in'

/** The text with its matches in brackets. */
const marked = (text: string, query: string) =>
  matchesIn(text, query)
    .map(({ part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

it.each([
  ['Controllers in Rust', 'rust contr', '[Contr]ollers in [Rust]'],
  ['Café and Straße', 'cafe strasse', '[Café] and [Straße]'],
  ['Straße', 'stras', '[Straß]e'],
  ['Maintain AI', 'ai', 'Maintain [AI]'],
  ['aaa', 'aaa aa', '[aaa]'],
  ['👩‍👩‍👧‍👦 Families', 'fam', '👩‍👩‍👧‍👦 [Fam]ilies'],
  ['C++ (why?)', '(why', 'C++ [(why]?)'],
  ['Nothing', 'rust', 'Nothing'],
  ['', 'rust', ''],
  ['All', '', 'All'],
])('marks in %s what %s finds', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected)
})
