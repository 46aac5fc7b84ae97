import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs"
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs"
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs"
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs"
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs"
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs"
import { ServiceNavigation } from "govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs"
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs"
import { createAll } from "govuk-frontend/dist/govuk/init.mjs"
import { keepTyped } from "./keep-typed.ts"
import { keptIn } from "./kept.ts"
import { followTotals } from "./money-grid.ts"

/** A radio button is chosen, never expanded (ARIA 1.2): what it reveals comes next, to see and to tab to. */
class OurRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute("aria-expanded")
  }
}

// A module runs only where the parts are supported.
document.body.classList.add("js-enabled", "govuk-frontend-supported")

for (const part of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  OurRadios,
  ServiceNavigation,
  SkipLink,
])
  createAll(part)

for (const table of document.querySelectorAll<HTMLTableElement>("[data-money-grid]")) followTotals(table)

keepTyped(
  document,
  keptIn(
    () => localStorage,
    () => performance.timeOrigin + performance.now(),
  ),
)
