import { roles } from "../../shared/domain/people/role.ts"
import { demonstrationPeople } from "./demonstration/people.ts"
import { sceneNames } from "./story/scenes.ts"

/** What is printed at the start: where it is, and as whom it can be tried. */
export const welcome = (origin: string): string => {
  const people = demonstrationPeople().map(({ person, grants }) => ({
    ...person,
    does: grants
      .map(({ role, organisation }) =>
        `${roles[role].words} ${organisation ? `at ${organisation}` : ""}`.trim(),
      )
      .join(", "),
  }))
  const widest = Math.max(...people.map(({ email }) => email.length))
  return [
    "",
    ...people.map(({ email, name, does }) => `  ${email.padEnd(widest)}  ${name}: ${does}`),
    "",
    `Sign in as the site lead of Halton: ${origin}/local/sign-in?as=site-lead@halton.example`,
    `Sign in as anybody else:            ${origin}/local/sign-in?as=E-MAIL`,
    `Sign in with a department account:  ${origin}/sign-in/department`,
    `Letters: ${origin}/local/outbox   Time: ${origin}/local/clock   Start from the beginning: --fresh`,
    `Another moment: npm start -- --scene ${sceneNames.join(" | ")}`,
    "",
    `The service is at ${origin}`,
    "",
  ].join("\n")
}
