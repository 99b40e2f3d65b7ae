import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SUMMARY_RULE } from './drop-summary-rules'

it('knows how the library of today names its summary rows', () => {
  const styles = readFileSync('node_modules/react-data-grid/lib/styles.css', 'utf8')
  expect([...styles.matchAll(new RegExp(SUMMARY_RULE, 'g'))].map(([, end]) => end)).toEqual(['top', 'bottom'])
})
