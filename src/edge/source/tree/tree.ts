/**
 * What an account file is made of, apart from its notation: maps, lists and texts, with their places.
 * YAML and JSON both become this; what a text means is decided by who reads it.
 */

/** One entry of a map. */
export interface Entry {
  readonly name: string
  readonly offset: number
  readonly value: Tree
}

export interface MapTree {
  readonly _tag: 'Map'
  readonly offset: number
  readonly entries: readonly Entry[]
}

export interface ListTree {
  readonly _tag: 'List'
  readonly offset: number
  readonly items: readonly Tree[]
}

export interface TextTree {
  readonly _tag: 'Text'
  readonly offset: number
  readonly text: string
  /** Whether it stood in quotes, or as a block. */
  readonly isQuoted: boolean
}

/** A value that is not there: `key:` with nothing after it, or `null`. */
export interface NothingTree {
  readonly _tag: 'Nothing'
  readonly offset: number
}

export type Tree = MapTree | ListTree | TextTree | NothingTree
