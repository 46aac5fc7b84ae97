import { evaluationGrantFor } from "../../../shared/domain/people/evaluation-policy.ts"
import { actorFrom, peopleIn } from "../../../shared/store/people.ts"
import type { Table } from "../../../shared/store/table.ts"
import type { By } from "../coaches.ts"
import { unusable } from "../unusable.ts"

/** Who takes figures over: an evaluator, at this moment. They stand in the history under that name. */
export const evaluatorNamed = async (table: Table, email: string, now: Date): Promise<By> => {
  const people = peopleIn(table)
  const id = await people.idOf(email.toLowerCase())
  const found = id === undefined ? undefined : await people.known(id)
  const actor = found && actorFrom(found, now)
  if (!actor) throw unusable(`Nobody here has the address ${email}.`)
  const grant = evaluationGrantFor(actor, "review evaluation return", { organisation: "", coaches: [] })
  if (!grant) throw unusable(`${email} is not admitted as an evaluator now: figures are theirs to take over.`)
  return { actor, grant }
}
