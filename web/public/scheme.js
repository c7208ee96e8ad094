// Runs before the first paint, so that a page chosen to be dark never flashes white.
// A file of its own because the Content-Security-Policy forbids scripts inside the page.
;(() => {
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  const isDark =
    chosen === 'dark' ||
    (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
})()
