import { randomUUID } from "node:crypto"
import type { Context } from "aws-lambda"

const thirtySeconds = 30_000

/** What Lambda hands to a function besides the event. */
export const contextFor = (functionName: string, awsRequestId: string = randomUUID()): Context => {
  const began = performance.now()
  const nothing = () => {}
  return {
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: "512",
    awsRequestId,
    logGroupName: "local",
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, thirtySeconds - (performance.now() - began)),
    done: nothing,
    fail: nothing,
    succeed: nothing,
  }
}
