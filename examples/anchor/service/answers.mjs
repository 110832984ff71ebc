// What this service answers: a status and a value. A refusal repeats nothing that could be a secret.

export const answer = (status, body) => ({ status, body })

/** A refusal: `code` is for programs and stays the same, `error` is for people. */
export const refused = (status, code, error, more = {}) => answer(status, { error, code, ...more })

/** A refusal in the words of a failure of Quorate. */
export const refusedBy = (status, { code, message, help }) =>
  refused(status, code, message, help._tag === 'Some' ? { help: help.value } : {})

/** The ledger could not be asked. It is never a yes, and it is not a no either: ask again. */
export const notNow = (failures) =>
  refused(503, 'account-not-known', 'the ledger cannot be asked at the moment; try again later', {
    because: [...new Set(failures.map(({ code }) => code))],
  })
