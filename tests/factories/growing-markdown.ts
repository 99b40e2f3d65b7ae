/** A text of about this many characters. */
type Shape = (length: number) => string

const repeated =
  (piece: string): Shape =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length))
const numbered =
  (piece: (number: number) => string): Shape =>
  (length) => {
    let text = ''
    for (let number = 0; text.length < length; number++) text += piece(number)
    return text
  }
const after =
  (head: string, piece: string): Shape =>
  (length) =>
    head + repeated(piece)(length)
const table =
  (columns: number): Shape =>
  (length) =>
    `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(length / 2)}`

/** Markdown that becomes larger, deeper or slower to read faster than it becomes longer. */
export const growingMarkdown: Record<string, Shape> = {
  'a table that grows both ways': (length) => table(Math.ceil(Math.sqrt(length / 4)))(length),
  'short rows of a wide table': table(300),
  'many small tables': repeated('|a|b|c|d|\n|-|-|-|-|\n|\n\n'),
  'tables that never end': repeated('|-|\n:-:\n'),
  'a wide column': (length) => `|a|\n|-|\n|${'b'.repeat(Math.min(4_900, length / 2))}|\n${'|c|\n'.repeat(length / 8)}`,
  'references to a long address': after(`[a]: http://x/${'b'.repeat(4_900)}\n\n`, '[a]\n'),
  'references to a long title': after(`[a]: http://x/ "${'b'.repeat(4_900)}"\n\n`, '[a]\n'),
  'pictures with a long address': after(`[a]: http://x/${'b'.repeat(4_900)}\n\n`, '![a]\n'),
  'references to a footnote': after(`[^a]: ${'b'.repeat(4_900)}\n\n`, '[^a]\n'),
  'footnotes of footnotes': numbered((number) => `[^${number}]: [^${number + 1}]\n`),
  definitions: numbered((number) => `[${number}]: b\n`),
  'instructions that stay open': repeated('a <?a '),
  'instructions over lines': repeated('a <?a\n'),
  'declarations that stay open': repeated('a <!A\n'),
  'CDATA that stays open': repeated('a <![CDATA[\n'),
  'comments that stay open': repeated('a <!--\n'),
  'tags that stay open': repeated('<a b="\n'),
  'tags without an end': repeated('<a '),
  'blocks of HTML': repeated('<div>\n\n'),
  'underlined headings': repeated('a\n-\n'),
  'headings underlined twice': repeated('aa\n=\n\n'),
  'lone dashes': repeated('-\n'),
  headings: repeated('# a\n'),
  paragraphs: repeated('a\n\n'),
  lines: repeated('a\n'),
  'old line ends': repeated('a\r'),
  'a deep quote and lazy lines': after('> '.repeat(29), 'a\n'),
  'deep quotes': repeated(`${'> '.repeat(28)}a\n\n`),
  'a deep list and lazy lines': after('- '.repeat(28), 'a\n'),
  'deep lists': repeated(`${'- '.repeat(14)}a\n`),
  'lists in quotes in lists': repeated('- > - > - > a\n'),
  'lists that go deeper': numbered((number) => `${' '.repeat(2 * (number % 28))}- a\n`),
  'lists of two kinds': repeated('1. a\n2) b\n'),
  'loose lists': repeated('- a\n\n'),
  'tabbed lists': repeated('-\t-\ta\n'),
  'to-dos': repeated('- [ ] a\n'),
  'nested emphasis': (length) => '*a '.repeat(length / 6) + ' b*'.repeat(length / 6),
  'nested emphasis over lines': (length) => '*a\n'.repeat(length / 6) + 'b*\n'.repeat(length / 6),
  'emphasis that stays open': repeated('*a '),
  'emphasis that closes': repeated('a* '),
  'two signs in turn': repeated('*_'),
  'words with underlines': repeated('_a*b '),
  'struck words': repeated('a~b'),
  'closing brackets': repeated(']'),
  'opening brackets': repeated('[\n'),
  'links that stay open': repeated('[a](\n'),
  links: repeated('[a](b) '),
  'pictures in pictures': (length) => '!['.repeat(length / 8) + '](b)'.repeat(length / 8),
  'code that stays open': numbered((number) => `a${'`'.repeat(number + 1)} `),
  'code over lines': repeated('`a\n'),
  fences: repeated('```\n'),
  entities: repeated('&amp;'),
  ampersands: repeated('&'),
  addresses: repeated('www.a.b\n'),
  'addresses with brackets': repeated('www.a.b))))) '),
  'mail addresses': repeated('a@a.b '),
  escapes: repeated('a\\\n'),
}

/** Pieces of which such texts are made. */
export const markdownPieces = [
  'a',
  ' ',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```\n',
  '[',
  ']',
  '![',
  '](b)',
  '[a]',
  '[a]: b\n',
  '[^a]',
  '[^a]: b\n',
  '|',
  '|-',
  '|a',
  '\n-\n',
  '\n=\n',
  '# ',
  '<a ',
  '<?a ',
  '<!--',
  '<![CDATA[',
  '&amp;',
  '\\',
  'www.a.b ',
  'http://a/',
  '\r',
]
