import { Refused } from "../domain/refused.ts"

type Fault = { name?: string; CancellationReasons?: { Code?: string }[] }

const nameOf = (error: unknown) => (error as Fault).name ?? ""
const reasonsOf = (error: unknown) =>
  ((error as Fault).CancellationReasons ?? []).map(({ Code }) => Code ?? "")

/** Which conditions did not hold, by their place among the actions. */
export const failedConditions = (error: unknown): number[] =>
  reasonsOf(error).flatMap((code, at) => (code === "ConditionalCheckFailed" ? [at] : []))

/** A transaction that somebody else was in the way of: nothing of it was written, and another moment may do. */
export const inTheWay = (error: unknown) =>
  nameOf(error) === "TransactionConflictException" || reasonsOf(error).some((code) => passing.includes(code))

/** Too much at once, after every try the client makes by itself: nothing was written. */
export const throttled = (error: unknown) => throttling.includes(nameOf(error))

/** One call that changes nothing, or where once more does no harm: what another moment may not give is `busy`. */
export const orBusy = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer
  } catch (error) {
    throw throttled(error) || inTheWay(error) || lost.includes(nameOf(error)) ? busy() : error
  }
}

export const busy = () => new Refused("busy", { retryAfterSeconds: 2 })

const passing = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]
const throttling = ["ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded"]
const lost = ["TimeoutError", "InternalServerError"]
