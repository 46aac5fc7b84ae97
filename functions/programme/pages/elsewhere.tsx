import type { Actor } from "../../../shared/domain/people/actor.ts"
import { mayInSupport } from "../../../shared/domain/people/coaching-policy.ts"
import { mayFind } from "../../../shared/domain/people/evaluation-policy.ts"
import { supportAt } from "../../../shared/web/coaching/addresses.ts"
import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"

/** The first pages of what else somebody of the programme follows across sites. */
export const Elsewhere = ({ actor }: { actor: Actor }) => (
  <>
    {mayInSupport(actor, "see support") && (
      <p class="govuk-body">
        <a class="govuk-link" href={supportAt}>
          {mayInSupport(actor, "see every site") ? "Coaching of all sites" : "The sites you support"}
        </a>
        : sessions to write up and to agree, what is to be done, help that sites ask for.
      </p>
    )}
    {mayFind(actor, "see findings") && (
      <p class="govuk-body">
        <a class="govuk-link" href={findingsAt}>
          {mayInSupport(actor, "see every site") ? "Evaluation of all sites" : "The evaluation of your sites"}
        </a>
        : what is sent and accepted, what waits, what was released.
      </p>
    )}
  </>
)
