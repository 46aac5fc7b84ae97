import type { Expected } from "../../../../shared/domain/calendar/expected.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { C } from "../../desk.ts"
import { returnAt } from "../addresses.ts"
import { AboutReturn } from "./about.tsx"

type Props = { c: C; one: Expected; section: Section; button: string; move: string; tried?: Tried }

/** A decision about one return that needs nothing but a reason. */
export const ReasonPage = ({ c, one, section, button, move, tried }: Props) => {
  const here = returnAt(one.organisation, one.round)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${here}/${move}`}
      back={{ href: here, text: "The return" }}
      caption={`${one.name}: ${one.title}`}
      button={button}
      keyed
      tried={tried}
      before={<AboutReturn one={one} now={c.var.world.now()} />}
    />
  )
}
