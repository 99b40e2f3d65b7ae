/** How the library's styles name the first and the last summary row. */
export const SUMMARY_RULE = /\(1 of \.rdg-(top|bottom)-summary-row\)/

type Rules = Pick<CSSGroupingRule, 'cssRules' | 'deleteRule'>

/**
 * Takes the rules about summary rows, which our tables do not have, from the library's styles: as they count from the
 * ends, the browser looks at every cell anew whenever a row comes or goes, at each step of scrolling.
 */
export function dropSummaryRules(sheets: Iterable<CSSStyleSheet> = document.styleSheets): void {
  for (const sheet of sheets) if (isOurs(sheet)) dropFrom(sheet)
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
