import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"

export type TagColour =
  | "grey"
  | "blue"
  | "teal"
  | "green"
  | "purple"
  | "magenta"
  | "red"
  | "orange"
  | "yellow"

type TagProps = { colour?: TagColour; class?: string; children: Content }

export const Tag = ({ colour, class: name, children }: TagProps) => (
  <strong class={classNames("govuk-tag", colour && `govuk-tag--${colour}`, name)}>{children}</strong>
)
