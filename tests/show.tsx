import { act, cleanup, render } from '@testing-library/react'
import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import type { Language } from '@/lib/i18n/language-names'
import { messagesOf } from '@/lib/i18n/messages'

// What was on its way to the screen comes to it while there is one: from a store, that takes turns, not time.
const TURNS = 100
afterEach(async () => {
  await act(async () => {
    await new Promise((done) => setTimeout(done))
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => setImmediate(done))
  })
  cleanup()
})

/**
 * Draws something on a page of its own, where it can be used; what was drawn before is gone. For files that begin with
 * `@vitest-environment happy-dom`.
 */
export function show(drawn: ReactNode, language: Language = 'en'): void {
  cleanup()
  const within = (inner: ReactNode) => (
    <NextIntlClientProvider locale={language} messages={messagesOf(language)} timeZone="UTC">
      {inner}
    </NextIntlClientProvider>
  )
  document.body.replaceChildren()
  const { rerender } = render(within(drawn))
  again = (inner) => rerender(within(inner))
}

/** Draws the same once more, with other properties. */
export let again: (drawn: ReactNode) => void = () => undefined

/** Roles that are said with all that is in them. */
const whole = new Set([
  'button',
  'link',
  'heading',
  'checkbox',
  'radio',
  'textbox',
  'searchbox',
  'option',
  'img',
  'summary',
])
/** Roles that are said when one comes to them. */
const around = new Set([
  'alert',
  'status',
  'dialog',
  'group',
  'region',
  'article',
  'navigation',
  'toolbar',
  'search',
  'form',
])

/**
 * What a page says to whoever has it read: a line for each heading, control and paragraph, in order, as
 * `role "name" (state)` or as its words. What is hidden from them is not in it.
 */
export function said(root: Element = document.body): string[] {
  return [...root.children].flatMap(sayElement)
}

function sayElement(element: Element): string[] {
  if (isUnsaid(element)) return []
  // Its words are the name of what is to be filled in.
  if (element.tagName === 'LABEL') return [...element.querySelectorAll('input,select,textarea')].flatMap(sayElement)
  const role = roleOf(element)
  if (role && whole.has(role)) return [`${role} ${JSON.stringify(clean(nameOf(element)))}${stateOf(element)}`]
  if (role === 'combobox' || element instanceof HTMLInputElement) return sayInput(role ?? 'input', element)
  const inner = isOneText(element) ? [clean(wordsIn(element))].filter(Boolean) : said(element)
  const name = clean(computeAccessibleName(element))
  if (!role || !around.has(role) || (inner.length === 0 && !name)) return inner
  const isNamed = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')
  if (!isNamed && (role === 'group' || role === 'region' || role === 'article' || role === 'form')) return inner
  return [isNamed ? `${role} ${JSON.stringify(name)}:` : `${role}:`, ...inner.map((line) => `  ${line}`)]
}

function sayInput(role: string, element: Element): string[] {
  const value = 'value' in element && typeof element.value === 'string' ? element.value : ''
  const options = [...element.querySelectorAll('option')].map(({ textContent }) => clean(textContent))
  const choices = options.length > 0 ? ` of ${JSON.stringify(options)}` : ''
  return [`${role} ${JSON.stringify(clean(nameOf(element)))}: ${JSON.stringify(value)}${choices}${stateOf(element)}`]
}

function isUnsaid(element: Element): boolean {
  return (
    element.getAttribute('aria-hidden') === 'true' ||
    element.hasAttribute('hidden') ||
    ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName) ||
    (element instanceof HTMLInputElement && element.type === 'hidden')
  )
}

function roleOf(element: Element): string | null {
  return element.tagName === 'SUMMARY' ? 'summary' : getRole(element)
}

function nameOf(element: Element): string {
  return computeAccessibleName(element) || wordsIn(element)
}

/** Words alone, or words with what only marks them: a paragraph. */
function isOneText(element: Element): boolean {
  return ![...element.querySelectorAll('*')].some((inner) => {
    const role = roleOf(inner)
    return (
      (role && (whole.has(role) || around.has(role) || role === 'listitem' || role === 'combobox')) || isBlock(inner)
    )
  })
}

function isBlock({ tagName }: Element): boolean {
  return [
    'P',
    'DIV',
    'LI',
    'UL',
    'OL',
    'DT',
    'DD',
    'H1',
    'H2',
    'H3',
    'INPUT',
    'SELECT',
    'TEXTAREA',
    'SUMMARY',
  ].includes(tagName)
}

/** Parts that stand side by side without a word between them are read as words of their own. */
function wordsIn(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.textContent ?? ''
      const words = isUnsaid(node) ? '' : wordsIn(node)
      return node.previousSibling instanceof Element && /^[^,.;:]/.test(words) ? ` ${words}` : words
    })
    .join('')
}

function stateOf(element: Element): string {
  const states = [
    element.getAttribute('aria-pressed') === 'true' && 'pressed',
    element.getAttribute('aria-current') && 'current',
    element.getAttribute('aria-invalid') === 'true' && 'invalid',
    'checked' in element && element.checked === true && 'checked',
    'disabled' in element && element.disabled === true && 'disabled',
  ].filter(Boolean)
  return states.length > 0 ? ` (${states.join(', ')})` : ''
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
