/* Bundles scripts and shortens stylesheets for `bundles.py`, which says what there is to do on stdin and reads the result from stdout.

   Asked: `{browser, scripts: {name: {entries, types, faces}}, sheets: {name: text}}`. `entries` are the files that a script runs; what they
   export becomes a name of `Werkwijzer`. `types` are question types by name, which are registered with the quiz. `faces`
   tells per other bundle which names the script imports from it: they come from `Werkwijzer`, where that bundle has put them. */

import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'terser';

const { browser, scripts, sheets } = JSON.parse(readFileSync(0, 'utf8'));
const LOOKS = { bundle: true, charset: 'utf8', legalComments: 'none', logLevel: 'silent', target: 'es2022', write: false };

/** The bundle that a file belongs to; '' for what is inlined wherever it is imported. */
const bundleOf = (path) => {
  const [first, ...rest] = relative(browser, path).split(sep);
  return first === '..' || first === 'base' || !rest.length ? '' : first;
};

/** Another bundle is not taken in: its names are there already when this script runs. */
const others = (entries, faces) => ({
  name: 'others',
  setup(run) {
    run.onResolve({ filter: /./, namespace: 'file' }, ({ importer, path, resolveDir }) => {
      const ours = path.startsWith('werkwijzer/'); // in a part that stands elsewhere
      const target = ours ? resolve(browser, '../..', path) : resolve(resolveDir, path);
      const bundle = bundleOf(target);
      if (!bundle || entries.map(bundleOf).includes(bundle)) return ours ? { path: target } : null;
      if (!target.endsWith(`${sep}index.js`))
        return { errors: [{ text: `${relative(browser, importer)} imports ${path}: of another bundle only index.js` }] };
      return { path: bundle, namespace: 'face', sideEffects: false };
    });
    run.onLoad({ filter: /.*/, namespace: 'face' }, ({ path }) => ({
      contents: `export const { ${faces[path].join(', ')} } = globalThis.Werkwijzer;`,
    }));
  },
});

const quoted = (path) => JSON.stringify(path);

/** The names that the first file of a script exports. */
async function exportsOf(entry, plugins) {
  const { metafile } = await build({ ...LOOKS, entryPoints: [entry], format: 'esm', metafile: true, outdir: '/', plugins });
  return Object.values(metafile.outputs)[0].exports;
}

async function script({ entries, types, faces }) {
  const plugins = [others(entries, faces)];
  const given = await Promise.all(entries.map(async (path) => [path, await exportsOf(path, plugins)]));
  const names = given.flatMap(([, own]) => own);
  const kinds = Object.entries(types);
  const contents = [
    ...given.map(([path, own]) => `import { ${own.join(', ')} } from ${quoted(path)};`),
    ...(kinds.length && !names.includes('types') ? [`import { types } from ${quoted(resolve(browser, 'quiz/index.js'))};`] : []),
    ...kinds.map(([name, path]) => `import { type as ${name} } from ${quoted(path)};`),
    ...(kinds.length ? [`Object.assign(types, { ${kinds.map(([name]) => name).join(', ')} });`] : []),
    ...(names.length ? [`Object.assign(globalThis.Werkwijzer ??= {}, { ${names.join(', ')} });`] : []),
  ].join('\n');
  const made = await build({ ...LOOKS, format: 'iife', plugins, stdin: { contents, resolveDir: browser, sourcefile: 'entry.js' } });
  const { code } = await minify(made.outputFiles[0].text, { ecma: 2020 });
  return `${code}\n`;
}

const sheet = async (text) => (await transform(text, { charset: 'utf8', loader: 'css', minify: true })).code;

const all = async (group, work) =>
  Object.fromEntries(await Promise.all(Object.entries(group).map(async ([name, what]) => [name, await work(what)])));
process.stdout.write(JSON.stringify({ scripts: await all(scripts, script), sheets: await all(sheets, sheet) }));
