#!/usr/bin/env node
/** The program `quorate`. */
import { runCli } from './cli.js'
import { processShell } from './shell.js'

// Set and not called for: what is still on its way to a pipe must arrive.
process.exitCode = await runCli(process.argv.slice(2), processShell())
