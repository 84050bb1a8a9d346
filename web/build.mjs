// node build.mjs <folder>: bundles the pages into <folder>/files, each with its gzip and br, and writes
// <folder>/assets.cpp, the table of src/console/asset.hpp. Names of scripts and styles hold their hash, so that browsers
// may keep them for ever.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../build/web'));
const files = join(out, 'files');
const pages = ['docs', 'console'];
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

rmSync(files, { recursive: true, force: true });
mkdirSync(files, { recursive: true });

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Writes one file in its three forms; names of what does not change hold its hash. */
function emit(route, extension, bytes, lasting) {
  const tag = hash(bytes);
  const stem = join(files, `${tag}${extension}`);
  writeFileSync(stem, bytes);
  writeFileSync(`${stem}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${stem}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return { route, type: types[extension], tag, lasting, stem };
}

/** The page's script and style, then the page that names them. */
async function page(name) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'src', name, 'main.tsx')],
    outdir: files,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const assets = outputFiles.map((file) =>
    emit(`/${name}/${basename(file.path)}`, extname(file.path), Buffer.from(file.contents), true));
  const icon = emit(`/${name}/icon-${hash(readFileSync(join(here, 'src/icon.svg')))}.svg`, '.svg',
    readFileSync(join(here, 'src/icon.svg')), true);
  const route = (extension) => assets.find((asset) => asset.route.endsWith(extension)).route;
  const html = readFileSync(join(here, 'src', name, 'page.html'), 'utf8')
    .replace('{{script}}', route('.js'))
    .replace('{{style}}', route('.css'))
    .replace('{{icon}}', icon.route);
  return [emit(`/${name}`, '.html', Buffer.from(html), false), ...assets, icon];
}

function table(assets) {
  const stems = [...new Map(assets.map((asset) => [asset.stem, asset])).values()];
  const name = (asset, form) => `k${form}_${asset.tag}`;
  const array = (asset, form, ending) =>
    `const unsigned char ${name(asset, form)}[] = {\n#embed "files/${basename(asset.stem)}${ending}"\n};\n`;
  const view = (asset, form) => `{${name(asset, form)}, sizeof ${name(asset, form)}}`;
  return `// Written by web/build.mjs.
#include "console/asset.hpp"

#pragma clang diagnostic ignored "-Wc23-extensions"

namespace bedplate::console {
namespace {

${stems.map((asset) => array(asset, 'Plain', '') + array(asset, 'Gzip', '.gz') + array(asset, 'Brotli', '.br')).join('')}
const Asset kAssets[] = {
${assets.map((asset) => `    {"${asset.route}", "${asset.type}", "\\"${asset.tag}\\"", ${asset.lasting},
     ${view(asset, 'Plain')}, ${view(asset, 'Gzip')}, ${view(asset, 'Brotli')}},`).join('\n')}
};

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace bedplate::console
`;
}

const assets = (await Promise.all(pages.map(page))).flat();
writeFileSync(join(out, 'assets.cpp'), table(assets));
for (const asset of assets) {
  const bytes = readFileSync(`${asset.stem}.br`).length;
  console.log(`${asset.route}  ${readFileSync(asset.stem).length} bytes, ${bytes} as br`);
}
