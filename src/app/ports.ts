/**
 * What programs need of the world. `app/node` answers with a real one; a spec may answer with values.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AccountAnswer, HttpAnswer } from '../edge/source/index.js'
import type { AccountId, Failure, Network } from '../kernel/model/index.js'
import type { Ed25519 } from '../kernel/signature/index.js'

export type { Committed, Revision, Revisions } from './ports/revision.js'

/** A line of an input. */
export type InputLine =
  | { readonly _tag: 'Line'; readonly text: string }
  /** It was longer than allowed; only how it starts was kept. */
  | { readonly _tag: 'TooLong'; readonly start: string; readonly limit: number }
  /** Reading broke off; nothing follows. */
  | { readonly _tag: 'Broken'; readonly failure: Failure }

/** What is in a folder. A link is a link, whatever it leads to. */
export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** Inputs by path; `-` is standard input, which can be read once. */
export interface Files {
  /** Whether a path names something that can be opened. */
  readonly exists: (path: string) => Promise<boolean>
  /**
   * The one path of what a path names: absolute, without links, with `/` between folders.
   *
   * Failures: `file-not-found`, `file-not-readable`.
   */
  readonly realPath: (path: string) => TE.TaskEither<Failure, string>
  /**
   * What a folder holds, in no order; none where the path names something else.
   *
   * Failures: `file-not-found`, `file-not-readable`.
   */
  readonly list: (path: string) => TE.TaskEither<Failure, O.Option<readonly FolderEntry[]>>
  /**
   * The whole text. Nothing beyond `limit` bytes is read, and a file that is larger is refused unread.
   *
   * Failures: `file-not-found`, `not-a-file`, `file-not-readable`, `too-large`, `file-changed` while it was read.
   */
  readonly readText: (path: string, limit: number) => TE.TaskEither<Failure, string>
  /**
   * The lines, some at a time, read as they are asked for: at most one line is kept in memory beyond
   * those that were handed out.
   *
   * Failures: those of `readText` but `too-large`.
   */
  readonly readLines: (
    path: string,
    limit: number,
  ) => TE.TaskEither<Failure, AsyncIterable<readonly InputLine[]>>
}

/** Where results go. */
export interface Output {
  /** Resolves when more can be taken; false when nobody reads any more. */
  readonly write: (text: string) => Promise<boolean>
}

/** A file that is being written, and that nobody sees before it is whole. */
export interface Draft {
  /** Keeps a piece; what goes wrong is told at the end. */
  readonly write: (text: string) => Promise<void>
  /** Puts the whole text in the place of what was there. Failure: `file-not-written`. */
  readonly publish: TE.TaskEither<Failure, void>
  /** Leaves everything as it was. */
  readonly discard: () => Promise<void>
}

/** Files to be written. */
export interface Drafts {
  /** Failures: `file-not-written`, `not-a-file`. */
  readonly open: (path: string) => TE.TaskEither<Failure, Draft>
}

/** A file of a folder that is to be written. */
export interface NewFile {
  /** Without a folder. */
  readonly name: string
  readonly text: string
}

/** Folders to be written. */
export interface Folders {
  /**
   * Makes a folder with these files, all of them or none. Where there is such a folder it has to be empty:
   * what somebody wrote before stays.
   *
   * Failures: `folder-not-empty`, `file-not-written`, `not-a-folder`.
   */
  readonly create: (path: string, files: readonly NewFile[]) => TE.TaskEither<Failure, void>
}

/** Somebody who waits for files to change. */
export interface Watcher {
  /** Waits in these folders, for files whose names are of interest. What changed meanwhile counts. */
  readonly watch: (folders: readonly string[], isOfInterest: (name: string) => boolean) => void
  /** True when something changed, and nothing more for a moment; false when it is over. */
  readonly next: () => Promise<boolean>
  readonly end: () => void
}

/** Everything that a program may ask for. */
export interface Ports {
  readonly files: Files
  /** The process's Ed25519 backend, which has passed the self-test. */
  readonly ed25519: () => Ed25519
}

/**
 * What a source says of an account: `Known` with the account, or `Absent`; either with the `ledger` that it
 * is read from, where the source tells. A source that could not tell says neither: it fails.
 */
export type SourceAnswer = AccountAnswer

/** A place that knows accounts as some ledger left them: Horizon, Stellar RPC, a file, values. */
export interface LedgerSource {
  /** What it is called in failures and reports, without what is secret of its address. */
  readonly name: string
  /**
   * One account. `ledger` of the answer is the sequence number of the ledger that it is read from, where
   * the source tells. Nothing is taken for absent but what the source says is absent.
   *
   * Failures: `source-unreachable`, `source-timeout`, `source-cancelled`, `source-refused` (a status that
   * is no answer), `source-malformed` (an answer that cannot be one), `source-wrong-account`,
   * `source-other-network`, `source-silent` (a file or a value that does not speak of the account).
   */
  readonly find: (id: AccountId, signal?: AbortSignal) => TE.TaskEither<Failure, SourceAnswer>
  /** The network that it says it is of; left out where it cannot tell. Failures: those of `find`. */
  readonly network?: (signal?: AbortSignal) => TE.TaskEither<Failure, Network>
}

/** A question over HTTP. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: O.Option<string>
  /** Of answers with these statuses the body is read; of others it is let go. */
  readonly bodyOf: readonly number[]
  /** No more bytes of a body are taken. */
  readonly limit: number
}

/** Why there is no answer over HTTP. */
export type HttpFault =
  /** Nobody answered there, or the answer broke off. */
  | { readonly _tag: 'Unreachable'; readonly reason: string }
  | { readonly _tag: 'TimedOut' }
  | { readonly _tag: 'Cancelled' }
  | { readonly _tag: 'TooLarge'; readonly limit: number }
  /** Compressed although nobody asked for it, or no UTF-8. */
  | { readonly _tag: 'Unreadable'; readonly reason: string }

/** One request, and its one answer: nothing is followed, and nothing is tried again. */
export type HttpExchange = (
  request: HttpRequest,
  signal?: AbortSignal,
) => TE.TaskEither<HttpFault, HttpAnswer>

/** Time and chance, for whoever waits. */
export interface Timing {
  /** Milliseconds that only grow. */
  readonly now: () => number
  /** Resolves when so much time has passed, or when the signal says that nobody waits any more. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
}
