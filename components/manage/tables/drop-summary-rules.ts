/** How the library's styles name the first and the last summary row. */
export const SUMMARY_RULE = /\(1 of \.rdg-(top|bottom)-summary-row\)/

type Rules = Pick<CSSGroupingRule, 'cssRules' | 'deleteRule'>

/**
 * Takes the rules about summary rows, which our tables do not have, from the library's styles, also where these are on
 * their way still: as such rules count from the ends, the browser looks at every cell anew whenever a row comes or
 * goes, at each step of scrolling.
 * @returns how to stop
 */
export function dropSummaryRules(): () => void {
  const drop = () => {
    for (const sheet of document.styleSheets) if (isOurs(sheet)) dropFrom(sheet)
  }
  const onLoad = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement) drop()
  }
  drop()
  document.addEventListener('load', onLoad, { capture: true })
  return () => document.removeEventListener('load', onLoad, { capture: true })
}

function dropFrom(rules: Rules): void {
  for (let at = rules.cssRules.length - 1; at >= 0; at--) {
    const rule = rules.cssRules[at]
    if (rule instanceof CSSStyleRule && SUMMARY_RULE.test(rule.selectorText)) rules.deleteRule(at)
    // Before rules could stand in each other, a style had none.
    else if (rule instanceof CSSGroupingRule || (rule instanceof CSSStyleRule && 'cssRules' in rule)) dropFrom(rule)
  }
}

/** Those of others, of an extension say, may not be read. */
function isOurs({ href }: CSSStyleSheet): boolean {
  return href === null || new URL(href).origin === location.origin
}
