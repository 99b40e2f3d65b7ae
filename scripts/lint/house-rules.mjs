// @ts-check Rules of the house that ask for shapes of code, each with a name and a sentence of its own. What they look
// for are selectors of ESLint (https://eslint.org/docs/latest/extend/selectors).

/** @typedef {{ report(problem: object): void, sourceCode: { lines: string[] } }} Context */

const LONGEST_LINE = 120

/** Names and other words of somebody else: they could turn around the sentence that they stand in. */
const namesInSentences = [
  'FunctionDeclaration[id.name="generateMetadata"] ' +
    'MemberExpression[property.name=/^(name|title|description|summary)$/]',
  'CallExpression[callee.name=/^(t|words|say)$/] > ObjectExpression > Property > ' +
    'MemberExpression[property.name=/^(name|title|label|venue|summary)$/]',
].map(
  (name) =>
    `${name}:not(CallExpression[callee.name=/^(isolated|settleBidi|shorten)$/] > *)` +
    ':not(ConditionalExpression > .test)',
)

const rules = {
  // What the formatter breaks no further: texts, comments, patterns, statements of SQL.
  'line-length': {
    create: (/** @type {Context} */ context) => ({
      Program: () =>
        context.sourceCode.lines.forEach((line, at) => {
          if (line.length <= LONGEST_LINE) return
          const loc = { start: { line: at + 1, column: LONGEST_LINE }, end: { line: at + 1, column: line.length } }
          context.report({ loc, message: `The line has ${line.length} characters; ${LONGEST_LINE} are the most.` })
        }),
    }),
  },
  'when-is-said-by-one': refuse('Days and times are said by sayWhen, sayDay and sayClock of lib/i18n/dates.ts.', [
    'NewExpression[callee.object.name="Intl"][callee.property.name="DateTimeFormat"]',
    'CallExpression' +
      '[callee.property.name=/^(toLocale(Date|Time)?String|toDateString|toTimeString|dateTime|dateTimeRange)$/]',
  ]),
  'names-turn-nothing': refuse(
    'Words of somebody else in a sentence or a title go through isolated of lib/platform/bidi.ts.',
    namesInSentences,
  ),
  'texts-are-cleaned': refuse('Take textField or lineField of lib/platform/fields.ts.', [
    "MemberExpression[object.name='z'][property.name='string']",
  ]),
  'times-are-read-by-one': refuse('Take instantField, dayField or clockField of lib/platform/fields.ts.', [
    "MemberExpression[object.name='z'][property.name='iso']",
  ]),
  'time-alone-is-a-value': refuse(
    'What a person reads is said by sayWhen of lib/i18n/dates.ts, day and time together.',
    ['ImportDeclaration[source.value="@/lib/platform/time"] > ImportSpecifier[imported.name="timeOf"]'],
  ),
  'own-load-is-awaited': refuse('It may be the load of the page before: take reloadBy of e2e/reload-by.ts.', [
    'CallExpression[callee.property.name="waitForEvent"][arguments.0.value="load"]',
  ]),
}

/** A rule that refuses whatever these selectors find. @param {string} message @param {string[]} selectors */
function refuse(message, selectors) {
  return {
    create: (/** @type {Context} */ context) =>
      Object.fromEntries(
        selectors.map((selector) => [selector, (/** @type {object} */ node) => context.report({ node, message })]),
      ),
  }
}

const plugin = { meta: { name: 'house' }, rules }

export default plugin
