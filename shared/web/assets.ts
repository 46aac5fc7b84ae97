/** Put here by the bundler: where the look and the scripts are, by names that change with their contents. */
declare const ASSETS: { css: string; js: string; icon: string } | undefined

export const assets =
  typeof ASSETS === "undefined"
    ? { css: "/assets/service.css", js: "/assets/service.js", icon: "/assets/icon.svg" }
    : ASSETS
