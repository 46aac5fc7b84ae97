import type { Base } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { learnedAt } from "../addresses.ts"
import { looked } from "../library/desk.ts"
import { pageBody } from "../library/operations.ts"
import * as shape from "../library/shapes.ts"

export const publicLearningOperations: Operation<Base>[] = [
  operation({
    id: "listLearned",
    method: "get",
    path: learnedAt,
    tag: "Learning",
    summary: "What sites share with everybody, newest first: no site and no person is named",
    open: true,
    query: shape.looking,
    gives: shape.page,
    does: async (c) => ({ body: pageBody(await looked(c, "public")) }),
  }),
]
