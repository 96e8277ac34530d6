// Looks at HTML papers in Chromium as their readers do, and says as JSON what they meet.
//
//   node look.mjs CHROMIUM PAPER.html ...
//
// Each paper is also printed, to a PDF beside it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUIET =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking" +
  " --disable-component-update --disable-sync";
const DESK = { width: 1440, height: 900 };
const VIEWS = {
  light: { viewport: DESK, colorScheme: "light" },
  dark: { viewport: DESK, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  narrow: { viewport: { width: 320, height: 480 }, colorScheme: "dark" },
};

/** In the page: what stands at the edges of the screen all the way down, and what is out of sight. */
function sight() {
  const LINE = 24; // of a link that goes over many lines, at least one
  const [header, footer] = [document.querySelector("header"), document.querySelector("footer")];
  const at = (y) => document.elementFromPoint(innerWidth / 2, y).closest("header, footer")?.innerText;
  const edges = new Set();
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y);
    // a paper may be shorter than the screen
    const end = Math.min(innerHeight, footer.getBoundingClientRect().bottom);
    edges.add(`${at(2)} ... ${at(end - 2)}`);
  }
  const covered = [...document.querySelectorAll("nav a")].filter((link) => {
    link.focus();
    const [place, top, bottom] = [link, header, footer].map((held) => held.getBoundingClientRect());
    return place.bottom < top.bottom + LINE || place.top > bottom.top - LINE;
  });
  scrollTo(0, 0);
  document.activeElement.blur();
  return {
    edges: [...edges],
    covered: covered.map((link) => link.innerText),
    overflow: document.documentElement.scrollWidth - innerWidth,
    title: document.querySelector("h1").innerText,
    background: getComputedStyle(document.body).backgroundColor,
  };
}

/** In the page: each rule of axe that it breaks, and where. */
async function faults() {
  const rules = { "target-size": { enabled: true } };
  const found = await axe.run(document, { resultTypes: ["violations"], rules });
  return found.violations.map((rule) => [rule.id, ...rule.nodes.map((node) => node.html.slice(0, 200))]);
}

async function look(browser, path, view) {
  const context = await browser.newContext(VIEWS[view]);
  const page = await context.newPage();
  const [asked, said] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("dialog", (dialog) => said.push(dialog.message()) && dialog.dismiss());
  const url = pathToFileURL(path).href;
  await page.goto(url);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.getBoundingClientRect().left);
  await page.keyboard.press("Enter");
  const reached = await page.evaluate(() => document.activeElement.localName);
  const seen = await page.evaluate(sight);
  if (view === "light") await page.pdf({ path: path.replace(/html$/, "pdf"), preferCSSPageSize: true });
  await page.evaluate(AXE);
  const found = { said, skip, reached, ...seen, violations: await page.evaluate(faults) };
  await context.close();
  return { asked: asked.filter((held) => held.split("#")[0] !== url), ...found };
}

const [executablePath, ...papers] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: QUIET.split(" ") });
const found = {};
for (const path of papers) {
  const views = Object.keys(VIEWS);
  const looked = await Promise.all(views.map((view) => look(browser, path, view)));
  found[path] = Object.fromEntries(views.map((view, number) => [view, looked[number]]));
}
await browser.close();
process.stdout.write(JSON.stringify(found, null, 1));
