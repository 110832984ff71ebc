/** The terminal around a command: where to print, how wide, in what colours. */
import type { Paint } from '../../edge/report/styled.js'
import type { Output } from '../ports.js'
import { streamOutput } from '../node/output.js'
import { paintFor, usesColour, type ColourSetting } from './colour.js'
import { EXIT } from './exit-code.js'

/** One of the two streams. */
export interface Channel {
  readonly output: Output
  readonly isTerminal: boolean
  readonly paint: (setting: ColourSetting) => Paint
}

/** What a command prints to. */
export interface Shell {
  /** Data: what was asked for. */
  readonly stdout: Channel
  /** Messages about it. */
  readonly stderr: Channel
  /** Columns; 80 where nobody looks. */
  readonly width: number
  /** Milliseconds, for rates only. */
  readonly now: () => number
}

const channel = (stream: NodeJS.WriteStream, failed: (error: NodeJS.ErrnoException) => void): Channel => ({
  output: streamOutput(stream, failed),
  // Undefined, whatever the types say, where the stream is a pipe.
  isTerminal: stream.isTTY,
  paint: (setting) => paintFor(usesColour(setting, process.env, stream.isTTY)),
})

/** A part of a result must not pass for the whole: whatever the verdict was, this ends as a fault. */
const resultLost = ({ code = 'unknown' }: NodeJS.ErrnoException): void => {
  process.exitCode = EXIT.fault
  process.stderr.write(`standard output could not be written (${code}): the result is lost, or not whole\n`)
}

/** The terminal of this process. */
export const processShell = (): Shell => ({
  stdout: channel(process.stdout, resultLost),
  // Where messages cannot be written, there is nowhere to say so.
  stderr: channel(process.stderr, () => undefined),
  width: process.stdout.isTTY ? process.stdout.columns : 80,
  now: () => performance.now(),
})
