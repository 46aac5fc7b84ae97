/** The package ships no types; each of its components is made by `createAll`. */
declare module "govuk-frontend/*" {
  export const Button: unknown
  export const CharacterCount: unknown
  export const Checkboxes: unknown
  export const ErrorSummary: unknown
  export const NotificationBanner: unknown
  export const Radios: new (
    root: Element,
  ) => {
    syncConditionalRevealWithInputState(input: HTMLInputElement): void
  }
  export const ServiceNavigation: unknown
  export const SkipLink: unknown
  export const createAll: (component: unknown) => unknown
}
