#!/usr/bin/env node
/**
 * The program `quorate`. What goes wrong where nobody waits for it, or before the program is there at all,
 * is a fault too: Node would end with 1, which says that the answer is no.
 */
const FAULT = 3

const fault = (error: unknown): void => {
  const isDebugging = (process.env['QUORATE_DEBUG'] ?? '') !== ''
  const what =
    error instanceof Error ? (isDebugging ? (error.stack ?? error.message) : error.message) : 'unknown'
  process.stderr.write(
    `internal fault: ${what}\nthis says nothing about the input: the program is broken or not whole; please report it\n`,
  )
  process.exit(FAULT)
}

process.on('uncaughtException', fault)

try {
  const [{ runCli }, { processShell }] = await Promise.all([import('./cli.js'), import('./shell.js')])
  const code = await runCli(process.argv.slice(2), processShell())
  // Set and not called for: what is still on its way to a pipe must arrive. A lost result has set its own.
  process.exitCode ??= code
} catch (error) {
  fault(error)
}
