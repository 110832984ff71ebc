/** The same findings for people and for programs. */
export { unreadableLine, verdictLine } from './batch-line.js'
export { type Evaluation } from './evaluation.js'
export { failureJson, failureLines } from './failure.js'
export { evaluationJson, renderJson } from './json.js'
export { type Json } from './json-list.js'
export { namesOf, NO_NAMES, type Names } from './names.js'
export { renderLines, unpainted, type Line, type Paint, type Role, type Span } from './styled.js'
export { PAGE_WIDTH, pageOf } from './text/page.js'
