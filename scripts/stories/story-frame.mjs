/** How long a story may take; the first of a page waits for the gateway to start. */
const patience = 60_000;
/** Said by tools to developers, not by stories. */
const notOurs = /Lit is in dev mode|\[vite\]|Download the React DevTools/;

/** A page with Storybook's preview in one theme and direction, in which one story follows the other. */
export async function openFrame(browser, url, { theme, direction }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const said = [];
  page.on('console', (message) => {
    if (!notOurs.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => said.push(`not loaded: ${request.url()}`));
  let isOpen = false;

  /** Opens the page with the first story; the next ones are switched to in place. */
  async function show(id) {
    said.length = 0;
    if (!isOpen) {
      const query = new URLSearchParams({
        id,
        viewMode: 'story',
        globals: `theme:${theme};direction:${direction}`,
      });
      await page.goto(`${url}iframe.html?${query}`);
      isOpen = true;
    } else await page.evaluate(switchStory, id);
    try {
      const finished = await page.waitForFunction(finishedStory, id, {
        timeout: patience,
      });
      const { status, problems } = await finished.jsonValue();
      const own = status === 'success' || problems.length > 0 ? [] : [`ended as ${status}`];
      return [...own, ...problems, ...said];
    } catch (error) {
      isOpen = false;
      return [`did not finish: ${error.message.split('\n')[0]}`, ...said];
    }
  }

  return {
    show,
    screenshot: (path) => page.screenshot({ path }),
    close: () => page.close(),
  };
}

/** In the page: shows another story. */
function switchStory(storyId) {
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
}

/** In the page: what became of a story; false until it has finished. */
function finishedStory(id) {
  const [finished] = globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished') ?? [];
  if (finished?.storyId !== id) return false;
  const violations = finished.reporters.flatMap(({ result }) => result?.violations ?? []);
  return {
    status: finished.status,
    problems: violations.flatMap((rule) => rule.nodes.map(({ html }) => `${rule.id}: ${html}`)),
  };
}
