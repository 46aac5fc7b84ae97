import middy from "@middy/core"
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda"
import type { Hono } from "hono"
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda"
import type { Base } from "./env.ts"
import type { World } from "./world.ts"

export type WebHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>

/** An app as a Lambda function: what is about HTTP is in the app, what is about the process is here. */
export const handled =
  <Given extends World>(app: (world: Given) => Pick<Hono<Base>, "fetch">) =>
  (world: Given): WebHandler => {
    const answer = handle(app(world) as Hono<Base>)
    return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
      async (event, context) =>
        (await answer(
          event as unknown as LambdaEvent,
          context as unknown as LambdaContext,
        )) as APIGatewayProxyStructuredResultV2,
    ) as unknown as WebHandler
  }
