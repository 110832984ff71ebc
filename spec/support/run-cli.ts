/**
 * Runs the program: built, as people do, in another process with its own streams; or, for tables of
 * many cases, in this one, which saves a third of a second each.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { unpainted } from '../../src/edge/report/index.js'
import { runCli as run } from '../../src/app/cli/cli.js'
import type { Channel } from '../../src/app/cli/shell.js'
import { ROOT } from './repository.js'
import { needsNoProcess, runBuilt } from './run-built.js'

/** The built program. */
export const MAIN = join(ROOT, 'dist', 'app', 'bin', 'main.js')

/** A second run would not find what the first one found. */
const WRITES = /--(?:out|create|prune|fix|baseline)\b|=.*\.(?:json|sarif|xml|md)\b/

/** How to run it. */
export interface CliCall {
  readonly args: readonly string[]
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
  /** The folder to run in; the root of the checkout where it is left out. */
  readonly cwd?: string
}

/** What came of it. */
export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number | null
}

/** One run in a process of its own, without a terminal and without the caller's colours. */
export const runProgram = ({ args, input = '', env = {}, cwd = ROOT }: CliCall): Promise<CliResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    // It may end before it has read everything: a refusal by size, for one.
    child.stdin.on('error', () => undefined)
    child.on('close', (exit) =>
      resolve({
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        exit,
      }),
    )
    child.stdin.end(input)
  })

const seen = new Set<string>()

/**
 * One run of the built program. Where nothing needs a process of its own it has none, which saves a third
 * of a second; but the first of each command with each exit code has one as well, and must say the same.
 */
export const runCli = async (call: CliCall): Promise<CliResult> => {
  const { args, cwd = ROOT } = call
  if (call.input !== undefined || call.env !== undefined || !needsNoProcess(args)) return runProgram(call)
  const { stdout, stderr, exit } = await runBuilt(args, { cwd, env: { PATH: process.env['PATH'] } })
  const kind = `${args[0] ?? ''} ${String(exit)}`
  if (!seen.has(kind) && !WRITES.test(args.join(' '))) {
    seen.add(kind)
    expect(await runProgram(call), `as a process: ${args.join(' ')}`).to.deep.equal({ stdout, stderr, exit })
  }
  return { stdout, stderr, exit }
}

const AT_ONCE = 4

/** Many runs, some at a time; results in the order of the calls. */
export const runCliAll = async (calls: readonly CliCall[]): Promise<readonly CliResult[]> => {
  const results: CliResult[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < calls.length; at = next++) {
      const call = calls[at]
      if (call !== undefined) results[at] = await runCli(call)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

const recorder = (): { readonly channel: Channel; readonly text: () => string } => {
  let text = ''
  const write = (more: string): Promise<boolean> => {
    text += more
    return Promise.resolve(true)
  }
  return { channel: { output: { write }, isTerminal: false, paint: () => unpainted }, text: () => text }
}

/** One run in this process. Standard input is not its own: give none that reads it. */
export const runCliHere = async (...args: readonly string[]): Promise<CliResult> => {
  const [stdout, stderr] = [recorder(), recorder()]
  const shell = { stdout: stdout.channel, stderr: stderr.channel, width: 80, now: () => 0 }
  const exit = await run(args, shell)
  return { stdout: stdout.text(), stderr: stderr.text(), exit }
}
