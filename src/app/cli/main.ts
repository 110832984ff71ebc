#!/usr/bin/env node
/** The program `quorate`. */
import { runCli } from './cli.js'
import { processShell } from './shell.js'

const code = await runCli(process.argv.slice(2), processShell())
// Set and not called for: what is still on its way to a pipe must arrive. A lost result has set its own.
process.exitCode ??= code
