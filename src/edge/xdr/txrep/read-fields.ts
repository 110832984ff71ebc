/**
 * Fields of txrep as bytes: one walk over a type, which asks for every field that the type has.
 *
 * Fields may stand in any order. The standard lets a reader fill what is missing with zeros, and take the
 * last of several; here every field must be there, once, because a line that was lost would otherwise
 * change a transaction without anybody seeing it.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { MAX_DEPTH } from '../read-xdr.js'
import { bounded, INT32, parseBool, parseMember, UINT32, word } from './field-values.js'
import { armPath, placed, timeBoundsFor, under } from './places.js'
import { shapeOf, type Field, type GeneratedType, type UnionShape } from './shape.js'
import { specialOf } from './special.js'
import { onLine, shown, shownField, type Entry } from './split-lines.js'
import type { Sink } from './sink.js'
import { parseHex, parseInteger, parseQuoted, type Parsed } from './values.js'

/** What is left to read, and what was written of it. */
export interface State {
  /** Fields that nothing has asked for. */
  readonly fields: Map<string, Entry>
  readonly sink: Sink
  /** The line of the field that was read last. */
  line: number
  depth: number
}

/** Why reading stopped; nothing where all went well. */
type Stop = Failure | undefined

/** Types stand in types, and a value within a value: as deep as the bytes may be read, and no deeper. */
const DEEPEST = 2 * MAX_DEPTH

const missing = (state: State, field: string): Failure =>
  onLine(
    Math.max(state.line, 1),
    failure(
      'txrep-missing-field',
      `${shownField(field)} is missing`,
      state.line > 0 ? `it belongs after line ${String(state.line)}` : undefined,
    ),
  )

/** Takes a field, and gives what its value stands for to the one who asked. */
const take = <T>(
  state: State,
  field: string,
  parse: (text: string) => Parsed<T>,
  use: (value: T) => Stop,
): Stop => {
  const entry = state.fields.get(field)
  if (entry === undefined) return missing(state, field)
  state.fields.delete(field)
  state.line = entry.line
  const value = parse(entry.text)
  if (E.isRight(value)) return use(value.right)
  return onLine(
    entry.line,
    failure('txrep-bad-value', `${shownField(field)} is ${shown(entry.text)}; expected ${value.left}`),
  )
}

const readUnion = (state: State, shape: UnionShape, path: string): Stop => {
  const on = shape.on._tag === 'Enum' ? { field: 'type', parse: parseMember(shape.on) } : undefined
  const parse = on?.parse ?? word((text) => E.map(Number)(parseInteger(INT32, text)))
  const known = (text: string): Parsed<number> => {
    const value = parse(text)
    return E.isRight(value) && shape.armOf(value.right) === undefined
      ? E.left('a variant that can stand here')
      : value
  }
  return take(state, under(path, on?.field ?? 'v'), known, (value) => {
    state.sink.int(BigInt(value), 32)
    const arm = shape.armOf(value)
    if (arm === undefined || arm === 'void') return undefined
    return readValue(state, arm.type, armPath(path, shape.name, arm.name))
  })
}

const readField = (state: State, field: Field, path: string): Stop => {
  const own = under(path, field.name)
  const bounds = timeBoundsFor(field)
  if (bounds !== undefined && !state.fields.has(under(own, 'type')))
    return readValue(state, bounds.type, under(path, bounds.name))
  return readValue(state, field.type, own)
}

const readList = (state: State, child: GeneratedType, max: number, path: string): Stop => {
  const length = (text: string): Parsed<bigint> => {
    const value = parseInteger(UINT32, text)
    return E.isRight(value) && value.right > BigInt(max) ? E.left(`at most ${String(max)}`) : value
  }
  return take(state, under(path, 'len'), word(length), (count) => {
    state.sink.int(count, 32)
    // Nothing is set aside for a length: the first element that is missing ends the walk.
    for (let i = 0; i < count; i++) {
      const stop = readValue(state, child, `${path}[${String(i)}]`)
      if (stop !== undefined) return stop
    }
    return undefined
  })
}

const sized =
  (state: State) =>
  (bytes: Uint8Array): Stop => {
    state.sink.int(BigInt(bytes.length), 32)
    state.sink.opaque(bytes)
    return undefined
  }

const readShape = (state: State, type: GeneratedType, path: string): Stop => {
  const { sink } = state
  const shape = shapeOf(type)
  switch (shape._tag) {
    case 'Int':
      return take(
        state,
        path,
        word((text) => parseInteger(shape, text)),
        (value) => sink.int(value, shape.bits),
      )
    case 'Bool':
      return take(state, path, parseBool, (value) => sink.int(value ? 1n : 0n, 32))
    case 'Enum':
      return take(state, path, parseMember(shape), (value) => sink.int(BigInt(value), 32))
    case 'Opaque': {
      const { length } = shape
      return take(state, path, bounded(word(parseHex), length, length), (bytes) => sink.opaque(bytes))
    }
    case 'VarOpaque':
      return take(state, path, bounded(word(parseHex), 0, shape.max), sized(state))
    case 'String':
      return take(state, path, bounded(parseQuoted, 0, shape.max), sized(state))
    case 'Option':
      return take(state, under(path, '_present'), parseBool, (isPresent) => {
        sink.int(isPresent ? 1n : 0n, 32)
        return isPresent ? readValue(state, shape.child, path) : undefined
      })
    case 'VarArray':
      return readList(state, shape.child, shape.max, path)
    case 'Struct':
      for (const field of shape.fields) {
        const stop = readField(state, placed(shape.name, field), path)
        if (stop !== undefined) return stop
      }
      return undefined
    case 'Union':
      return readUnion(state, shape, path)
  }
}

/** Reads the value of a type from the fields under a path; failures carry the line. */
export const readValue = (state: State, type: GeneratedType, path: string): Stop => {
  const special = specialOf(type)
  if (special !== undefined && !state.fields.has(under(path, 'type')))
    return take(state, path, word(special.read), (bytes) => state.sink.raw(bytes))
  if (state.depth >= DEEPEST) return onLine(state.line, failure('xdr-too-deep', 'values nested too deep'))
  state.depth += 1
  const stop = readShape(state, type, path)
  state.depth -= 1
  return stop
}
