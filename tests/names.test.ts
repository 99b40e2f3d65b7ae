import { readdir, readFile } from 'node:fs/promises'
import ts from 'typescript'
import { expect, it } from 'vitest'

const FOLDERS = ['components', 'lib', 'server']

/** What a file gives others under a name of its own. */
function exportedIn(path: string, text: string): Set<string> {
  const names = new Set<string>()
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
    if (!ts.canHaveModifiers(statement)) continue
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) names.add(name.text)
    } else if (isNamed(statement) && statement.name) names.add(statement.name.text)
  }
  return names
}

function isNamed(statement: ts.Statement): statement is ts.Statement & { name?: ts.Identifier } {
  return [
    ts.isFunctionDeclaration,
    ts.isClassDeclaration,
    ts.isTypeAliasDeclaration,
    ts.isInterfaceDeclaration,
    ts.isEnumDeclaration,
  ].some((is) => is(statement))
}

it('gives a name to one thing: what two files export under one name, readers take for the same', async () => {
  const filesOf = new Map<string, string[]>()
  for (const folder of FOLDERS)
    for (const name of await readdir(folder, { recursive: true })) {
      const path = `${folder}/${name}`
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue
      for (const exported of exportedIn(path, await readFile(path, 'utf8')))
        filesOf.set(exported, [...(filesOf.get(exported) ?? []), path])
    }
  expect(filesOf.size).toBeGreaterThan(1000)
  expect(Object.fromEntries([...filesOf].filter(([, files]) => files.length > 1))).toEqual({})
})
