/** The command line on plain Node, or as a child of Electron when something is printed. */
import { run } from './run'

const language = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').startsWith('en')
  ? 'en'
  : 'id'

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
  language,
}).then((code) => {
  // a pipe may still hold the document: leave when it is written
  process.stdout.write('', () => process.exit(code))
})
