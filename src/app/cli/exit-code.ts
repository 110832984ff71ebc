/**
 * Exit codes: what a script may rely on. A build must never read «could not be read» as «refused», nor
 * «not known» as «fine».
 */
import type { Verdict } from '../../kernel/engine/index.js'

/** 0 yes, 1 no, 2 bad input or usage, 3 a fault of this program, 4 undecided; 10 changes, where asked for. */
export const EXIT = { yes: 0, no: 1, badInput: 2, fault: 3, undecided: 4, changes: 10 } as const

/** One of the codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The code that a verdict ends with. */
export const exitCodeOf = ({ _tag }: Pick<Verdict, '_tag'>): ExitCode => {
  switch (_tag) {
    case 'Authorized':
      return EXIT.yes
    case 'Rejected':
      return EXIT.no
    case 'Undetermined':
      return EXIT.undecided
  }
}
