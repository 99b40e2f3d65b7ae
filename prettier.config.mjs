// What a line may be long is said here and asked by lint (max-len), for what no formatter breaks: texts, comments,
const config = { semi: false, singleQuote: true, printWidth: 120, trailingComma: 'all' }

export default config
