// Draws docs/architecture.svg from docs/architecture.dot. With --check it only says whether the file is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { instance } from '@viz-js/viz';

const source = new URL('architecture.dot', import.meta.url);
const picture = new URL('architecture.svg', import.meta.url);

// The page behind a picture may be light or dark: it brings its own ground, and colours for both.
const style = `<style>
text { fill: #1f2328; }
.edge path { stroke: #59636e; }
.edge polygon { stroke: #59636e; fill: #59636e; }
.ground { fill: #ffffff; }
.frame path { fill: #f6f8fa; stroke: #818b98; stroke-dasharray: 4 3; }
.word text { fill: #59636e; }
.person path { fill: #fff8c5; stroke: #bf8700; }
.stored polygon { fill: #ddf4ff; stroke: #218bff; }
.stage path { fill: #dafbe1; stroke: #1a7f37; }
.stage text { font-weight: bold; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.edge path { stroke: #9198a1; }
.edge polygon { stroke: #9198a1; fill: #9198a1; }
.ground { fill: #0d1117; }
.frame path { fill: #151b23; stroke: #656c76; }
.word text { fill: #9198a1; }
.person path { fill: #341a00; stroke: #bb8009; }
.stored polygon { fill: #051d4d; stroke: #1f6feb; }
.stage path { fill: #04260f; stroke: #238636; }
}
</style>`;

const viz = await instance();
const drawn = viz
  .renderString(await readFile(source, 'utf8'), { format: 'svg' })
  .replace(/^<\?xml[\s\S]*?(?=<svg)/, '')
  .replace(/<!--[\s\S]*?-->\n/g, '')
  .replace(/<polygon fill="white" stroke="none"/, '<polygon class="ground"')
  .replace(/ (fill|stroke)="(black|none|transparent)"/g, (it, name, value) =>
    value === 'none' && name === 'fill' ? it : '')
  .replace(/(<svg[\s\S]*?>\n)/, `$1${style}\n`);

if (!process.argv.includes('--check')) {
  await writeFile(picture, drawn);
} else if ((await readFile(picture, 'utf8')) !== drawn) {
  console.error('docs/architecture.svg is not what docs/architecture.dot says: run node docs/draw.mjs');
  process.exitCode = 1;
}
